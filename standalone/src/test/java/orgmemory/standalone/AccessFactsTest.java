// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.access.account.AccessRecord;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Secret;
import orgmemory.access.account.Waiting;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Catalogue;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.ThroughAccess;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AccountMessages.ChangePassword;
import orgmemory.message.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.node.ObjectNode;

/** Who let whom in, and out, is in the record; nothing that opens anything is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(MembersAtHome.class)
class AccessFactsTest {

    private static final String ID = "01920000-0000-7000-8000-00000000000";

    private static RunningMemory memory;
    private static Members members;
    private static Visitor keeper;

    @BeforeAll
    static void meet(Members shared) {
        members = shared;
        memory = members.memory();
        keeper = members.keeper();
    }

    @Test
    void each_step_is_a_fact_by_whoever_took_it_and_none_holds_a_secret() {
        members.register("F1", "Yoav");
        var link = members.invite("F1");
        var yoav = new Visitor(memory.address());
        members.comeIn(yoav, link, "yoav");
        yoav.get("/account");
        var token = Visitor.token(yoav.post("/account/tokens", "label", "my scripts"));
        var id = idOnPage(yoav.get("/account").body());
        yoav.post("/account/tokens/" + id + "/revoke");
        yoav.post("/account/password", "present", Members.PASSWORD, "fresh", Members.ANOTHER, "repeated",
                Members.ANOTHER);
        var reset = members.invite("F1");
        keeper.get("/account/invitations");
        keeper.post("/account/invitations/take-away", "person", "F1");

        var me = members.keeperId();
        assertThat(facts("F1").map(fact -> fact.name() + " " + fact.envelope().actor().id() + " "
                + fact.envelope().capacity())).containsExactly("people.person-invited " + me + " MEM",
                        "people.account-opened F1 SELF", "people.token-made F1 SELF",
                        "people.token-revoked F1 SELF",
                        "people.password-changed F1 SELF", "people.password-reset-offered " + me + " MEM",
                        "people.access-taken-away " + me + " MEM");
        var told = memory.bean(Journal.class).after(0, 10_000).toString();
        assertThat(secrets(code(link), code(reset), token, Members.PASSWORD, Members.ANOTHER))
                .noneMatch(told::contains);
        assertThat(keeper.get("/log?subject=person/F1").body()).contains("A one-time link was made for",
                "made a token for their programs", "my scripts", "The access of");
        assertThat(keeper.get("/trail/person/F1").body()).contains("Link for a new password made",
                "Access taken away");
    }

    @Test
    void whoever_a_link_was_made_for_sees_it_until_they_say_so() {
        var sivan = members.member("F2", "Sivan");
        sivan.get("/");
        sivan.post("/account/notices/seen", "position", "9999", "to", "/account");
        assertThat(sivan.get("/account").body()).doesNotContain("made a link for you");
        members.invite("F2");

        assertThat(sivan.get("/account").body()).contains("Ruth", "made a link for you on");
        assertThat(sivan.get("/").body()).contains("made a link for you on");
        var position = sivan.get("/").body().replaceAll("(?s).*name=\"position\" value=\"(\\d+)\".*", "$1");
        assertThat(
                sivan.post("/account/notices/seen", "position", position, "to", "//elsewhere").statusCode())
                .isEqualTo(302);
        assertThat(sivan.get("/").body()).doesNotContain("made a link for you");
        assertThat(keeper.get("/").body()).doesNotContain("made a link for you");
    }

    @Test
    void what_waits_for_its_fact_opens_nothing() {
        var eden = members.member("F3", "Eden");
        var code = Secret.make();
        var token = "om_" + Secret.make();
        // As after a crash before the commit of the fact.
        memory.bean(Waiting.class).secret(UUID.randomUUID(), new PersonId("F3"), code);
        memory.bean(Waiting.class).secret(UUID.randomUUID(), new PersonId("F3"), token);

        assertThat(eden.get("/welcome/" + code).statusCode()).isEqualTo(404);
        assertThat(memory.get(token, "/api/views").status()).isEqualTo(401);
        assertThat(eden.get("/account").statusCode()).isEqualTo(200);
    }

    static Stream<String> commands() {
        return Catalogue.commands()
                .filter(AccountCommand.class::isAssignableFrom)
                .map(Class::getSimpleName);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nobody_does_by_a_command_what_they_may_not_do_on_a_screen(String command) {
        var person = command + "-1";
        var other = command + "-2";
        var visitor = members.member(person, person);
        visitor.get("/account");
        var token = Visitor.token(visitor.post("/account/tokens", "label", "mine"));
        members.register(other, other);
        // What only the screens may do is refused about oneself as well.
        var about = requireNonNull(Catalogue.commandsByName().get(command))
                .isAnnotationPresent(ThroughAccess.class) ? List.of(other, person) : List.of(other);
        long head = memory.bean(Journal.class).head();

        for (var envelope : List.of("{}", "{'capacity': 'MEM'}", "{'capacity': 'SELF'}",
                "{'attestation': 'IMPORTED'}", "{'onBehalfOf': 'person/" + other + "'}",
                "{'occurredOn': '2020-01-01'}")) {
            for (var whom : about) {
                var body = """
                        {'personId': '%s', 'linkId': '%s1', 'changeId': '%s2', 'tokenId': '%s3', 'label': 'x',
                         'tokensEnded': true, 'envelope': %s}""".formatted(whom, ID, ID, ID, envelope);
                assertThat(memory.command(token, command, only(command, body)).status())
                        .as("%s about %s", envelope, whom)
                        .isBetween(400, 499);
            }
        }
        assertThat(memory.bean(Journal.class).head()).isEqualTo(head);
    }

    @Test
    void a_keeper_takes_access_away_by_a_command_as_on_the_screen() {
        var matan = members.member("F4", "Matan");
        matan.get("/account");
        var token = Visitor.token(matan.post("/account/tokens", "label", "mine"));
        keeper.get("/account");
        var keepers = Visitor.token(keeper.post("/account/tokens", "label", "keys"));

        var nobody = memory.command(keepers, "TakeAccessAway", "{\"personId\": \"nobody\"}");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body().toString()).contains("account.unknown");
        assertThat(memory.command(keepers, "TakeAccessAway", "{\"personId\": 7}").status()).isEqualTo(400);
        assertThat(memory.command(keepers, "TakeAccessAway", "{\"personId\": \"" + members.keeperId() + "\"}")
                .status()).isEqualTo(422);
        var taken = memory.command(keepers, "TakeAccessAway", "{\"personId\": \"F4\"}", "once");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(memory.command(keepers, "TakeAccessAway", "{\"personId\": \"F4\"}", "once"))
                .as("asked again, as after a lost answer")
                .isEqualTo(taken);

        assertThat(memory.get(token, "/api/views").status()).isEqualTo(401);
        assertThat(matan.get("/account").statusCode()).isEqualTo(303);
        var fact = facts("F4").toList().getLast();
        assertThat(memory.command(keepers, "AnnulRecord", "{\"stream\": \"account/F4\", \"eventId\": \""
                + fact.eventId() + "\", \"reason\": \"never mind\"}").body().toString())
                .contains("account.not-corrected");
    }

    @Test
    void a_password_chosen_before_access_was_taken_away_opens_nothing_after_it() {
        members.member("F5", "Late");
        keeper.get("/account/invitations");
        keeper.post("/account/invitations/take-away", "person", "F5");
        var change = UUID.randomUUID();
        sql("""
                insert into access.waiting (id, person, sign_in_name, name_key, password)
                select :id, 'F5', 'late', 'late', password from access.account limit 1
                """).param("id", change).update();

        assertThatThrownBy(() -> memory.bean(AccessRecord.class)
                .issue(new PersonId("F5"), new ChangePassword(new PersonId("F5"), change, null, false)))
                .isInstanceOfSatisfying(Rejected.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Rejected.Kind.NOT_ALLOWED);
                    assertThat(refused.code()).isEqualTo("account.out");
                });
        assertThat(memory.bean(Accounts.class).has(new PersonId("F5"))).isFalse();
    }

    @Test
    void nobody_is_offered_a_link_for_themselves_nor_gets_one() {
        var page = keeper.get("/account/invitations").body();
        assertThat(page).doesNotContain("name=\"person\" value=\"" + members.keeperId() + "\"");
        assertThat(keeper.post("/account/invitations", "person", members.keeperId()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_refused_fact_leaves_nothing_that_waits() {
        assertThatThrownBy(() -> memory.bean(Admission.class)
                .invite(new PersonId("unknown"), new PersonId(members.keeperId())))
                .hasMessageContaining("unknown");
        assertThat(waiting("unknown")).isZero();
    }

    private static int waiting(String person) {
        return sql("select count(*) from access.waiting where person = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    private static StatementSpec sql(String statement) {
        return JdbcClient.create(memory.bean(StandaloneDatabase.class).application()).sql(statement);
    }

    /** A body of nothing but the command's own fields. */
    private static String only(String command, String body) {
        var fields = (ObjectNode) Json.mapper()
                .readTree(body.replace('\'', '"'));
        var known = Stream.of(requireNonNull(Catalogue.commandsByName().get(command)).getRecordComponents())
                .map(field -> field.getName())
                .toList();
        fields.retain(Stream.concat(known.stream(), Stream.of("envelope")).toList());
        return fields.toString();
    }

    private static Stream<StoredEvent> facts(String person) {
        return memory.bean(Journal.class)
                .after(0, 10_000)
                .stream()
                .filter(fact -> fact.event() instanceof AccountEvent event
                        && event.personId().value().equals(person));
    }

    private static String idOnPage(String page) {
        return page.replaceAll("(?s).*/account/tokens/([0-9a-f-]{36})/revoke.*", "$1");
    }

    private static String code(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** Each in clear and as what could be kept of it. */
    private static Stream<String> secrets(String... all) {
        return Stream.of(all)
                .flatMap(secret -> Stream.of(secret, HexFormat.of().formatHex(Secret.hash(secret)),
                        Base64.getEncoder().encodeToString(Secret.hash(secret)),
                        Base64.getUrlEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
    }
}
