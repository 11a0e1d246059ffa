// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import orgmemory.access.account.Admission;
import orgmemory.journal.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people of an organisation come in: let in by a keeper's link, with a password of their own, until shown out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountsTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/welcome/[A-Za-z0-9_-]{43})");
    private static final String PASSWORD = "a long and winding road";
    private static final String ANOTHER = "a short and straight one";

    private static final int REQUESTS = 300;

    @TempDir
    static Path data;

    private static RunningMemory memory;
    private static Visitor keeper;
    private static String token;

    @BeforeAll
    static void open() {
        // Behind a proxy that says who asks, and how.
        memory = RunningMemory.start(data, "--server.forward-headers-strategy=native",
                "--memory.limits.requests-per-person=" + REQUESTS);
        keeper = new Visitor(memory.address());
        token = keeper.becomeFirstKeeper(
                "/welcome/" + memory.bean(Admission.class).inviteFirstKeeper().orElseThrow(), "Ruth");
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @Test
    void a_keepers_link_lets_one_person_in_once() {
        register("R1", "Rami");
        var link = invite("R1");
        var rami = new Visitor(memory.address());
        assertThat(rami.get(link).body()).contains("Welcome, Rami").doesNotContain("id=\"name\"");
        assertThat(comeIn(rami, link, "rami")).isEqualTo(302);
        assertThat(rami.get("/account").body()).contains("You hold no role today");
        assertThat(rami.get("/account/invitations").statusCode()).isEqualTo(403);

        assertThat(new Visitor(memory.address()).get(link).statusCode()).isEqualTo(410);
        assertThat(keeper.get("/account/invitations").body()).contains("as rami", "R1");
    }

    @Test
    void only_the_newest_link_holds_and_for_seven_days() throws SQLException {
        register("R2", "Dana");
        var first = invite("R2");
        var second = invite("R2");
        var dana = new Visitor(memory.address());
        assertThat(dana.get(first).statusCode()).isEqualTo(410);
        assertThat(dana.get(first).body()).contains("A newer link has been made");
        assertThat(dana.get(second).statusCode()).isEqualTo(200);

        asOwner("update access.link set valid_until = valid_until - interval '7 days' where person = 'R2'");
        assertThat(dana.get(second).statusCode()).isEqualTo(410);
        assertThat(dana.get(second).body()).contains("too old");
        assertThat(comeIn(dana, second, "dana")).isEqualTo(410);
        keeper.get("/account/invitations");
        assertThat(keeper.post("/account/invitations", "person", "nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_is_one_persons_however_it_is_typed() {
        var dalia = member("R3", "Dalia Oz");
        register("R4", "Dalia");
        var link = invite("R4");
        var other = new Visitor(memory.address());
        other.get(link);
        var taken = other.post(link, "signInName", " DALIA  oz", "password", PASSWORD, "repeated", PASSWORD);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("somebody else", "e-signInName");
        assertThat(comeIn(other, link, "dalia")).as("the link still holds").isEqualTo(302);

        assertThat(dalia.signIn("ＤＡＬＩＡ ＯＺ", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void a_wrong_name_and_a_wrong_password_are_answered_alike() {
        member("R5", "Hila");
        var visitor = new Visitor(memory.address());
        var wrong = visitor.signIn("hila", ANOTHER);
        var unknown = visitor.signIn("nobody <b>", PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The name or the password is not right.", "value=\"hila\"")
                .doesNotContain(ANOTHER);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("The name or the password is not right.", "nobody &lt;b&gt;");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void another_password_ends_all_other_sessions() {
        var here = member("R6", "Orna");
        var elsewhere = new Visitor(memory.address());
        elsewhere.signIn("orna", PASSWORD);
        here.get("/account");

        var refused = here.post("/account/password", "present", "not this one", "fresh", ANOTHER, "repeated",
                ANOTHER);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is not the present password", "e-present")
                .doesNotContain(ANOTHER);
        assertThat(here.post("/account/password", "present", PASSWORD, "fresh", "orna", "repeated", "orna")
                .body())
                .contains("e-fresh");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        assertThat(here.post("/account/password", "present", PASSWORD, "fresh", ANOTHER, "repeated", ANOTHER)
                .statusCode()).isEqualTo(302);
        assertThat(here.get("/account").body()).contains("The password is changed.");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        assertThat(elsewhere.signIn("orna", PASSWORD).statusCode()).isEqualTo(422);
        assertThat(elsewhere.signIn("orna", ANOTHER).statusCode()).isEqualTo(302);
    }

    @Test
    void a_link_for_whoever_lost_their_password_gives_another_and_ends_what_was_open() {
        var before = member("R7", "Gil");
        var after = new Visitor(memory.address());
        var link = invite("R7");
        assertThat(after.get(link).body()).contains("You have an account here", "value=\"Gil\"");
        after.post(link, "signInName", "gil", "password", ANOTHER, "repeated", ANOTHER);

        assertThat(after.get("/account").statusCode()).isEqualTo(200);
        assertThat(before.get("/account").statusCode()).isEqualTo(303);
        assertThat(before.signIn("gil", PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void whoever_is_shown_out_is_out_at_once_with_all_they_had() {
        var leaving = member("R8", "Lior");
        leaving.get("/account");
        var own = Visitor.token(leaving.post("/account/tokens", "label", "mine"));
        var link = invite("R8");
        assertThat(memory.get(own, "/api/views").status()).isEqualTo(200);

        keeper.get("/account/invitations");
        assertThat(keeper.post("/account/invitations/take-away", "person", "R8").statusCode()).isEqualTo(302);

        assertThat(leaving.get("/account").statusCode()).isEqualTo(303);
        assertThat(memory.get(own, "/api/views").status()).isEqualTo(401);
        assertThat(leaving.signIn("lior", PASSWORD).statusCode()).isEqualTo(422);
        assertThat(leaving.get(link).statusCode()).isEqualTo(410);
        // Nobody is left outside for ever: another link lets them in again.
        assertThat(comeIn(leaving, invite("R8"), "lior")).isEqualTo(302);
    }

    @Test
    void nobody_shows_themselves_out() {
        var me = keeper.get("/account").body().replaceAll("(?s).*<bdi class=\"mono\">([^<]+)</bdi>.*", "$1");
        keeper.get("/account/invitations");
        assertThat(keeper.post("/account/invitations/take-away", "person", me).statusCode()).isEqualTo(422);
        assertThat(keeper.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_guesses_waits() {
        member("R9", "Keren");
        var guesser = new Visitor(memory.address());
        for (int guess = 0; guess < 5; guess++) {
            guesser.signIn("keren", "guess number " + guess);
        }
        guesser.get("/sign-in");
        var wait = guesser.post("/sign-in", "signInName", "KEREN", "password", PASSWORD);
        assertThat(wait.statusCode()).isEqualTo(429);
        assertThat(wait.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(wait.body()).contains("Please try again in", "value=\"KEREN\"");
    }

    @Test
    void a_program_that_asks_without_end_is_held_up_and_nobody_else() {
        var owner = member("R10", "Eitan");
        owner.get("/account");
        var own = Visitor.token(owner.post("/account/tokens", "label", "endless"));
        // While it asks, some of what it has used up comes back.
        var first = IntStream.range(0, 10 * REQUESTS)
                .map(_ -> memory.command(own, "RegisterBody", "{\"name\": \"x\"}").status())
                .filter(status -> status != 403)
                .findFirst();

        assertThat(first).hasValue(429);
        assertThat(memory.get(own, "/api/views").status()).isEqualTo(200);
        register("R11", "Tamar");
    }

    @Test
    void the_proxy_is_believed_where_the_settings_say_so() {
        var secure = new Visitor(memory.address()).get("/sign-in", "X-Forwarded-Proto", "https");
        assertThat(secure.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");

        var statuses = IntStream.range(0, 31)
                .map(_ -> new Visitor(memory.address())
                        .get("/welcome/" + "x".repeat(43), "X-Forwarded-For", "203.0.113.7")
                        .statusCode());
        assertThat(statuses).startsWith(404).endsWith(429);
        assertThat(new Visitor(memory.address())
                .get("/welcome/" + "x".repeat(43), "X-Forwarded-For", "203.0.113.8")
                .statusCode()).isEqualTo(404);
    }

    private static void register(String id, String name) {
        var after = memory.taken(token, "RegisterPerson",
                "{\"personId\": \"%s\", \"name\": \"%s\"}".formatted(id, name));
        assertThat(memory.get(token, "/api/views/People/" + id + "?after=" + after).status()).isEqualTo(200);
    }

    /** Somebody who has been let in, under their name. */
    private static Visitor member(String id, String name) {
        register(id, name);
        var visitor = new Visitor(memory.address());
        assertThat(comeIn(visitor, invite(id), name)).isEqualTo(302);
        return visitor;
    }

    private static String invite(String id) {
        keeper.get("/account/invitations");
        var page = keeper.post("/account/invitations", "person", id).body();
        var link = LINK.matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    private static int comeIn(Visitor visitor, String link, String name) {
        visitor.get(link);
        return visitor.post(link, "signInName", name, "password", PASSWORD, "repeated", PASSWORD)
                .statusCode();
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = memory.bean(StandaloneDatabase.class).application().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("reset role; " + sql + "; " + Database.AS_APPLICATION);
        }
    }
}
