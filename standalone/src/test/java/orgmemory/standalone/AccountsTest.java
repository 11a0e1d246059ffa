// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.stream.Stream;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Insiders;
import orgmemory.journal.Database;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How people of an organisation come in: let in by a keeper's link, with a password of their own, until shown out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(MembersAtHome.class)
class AccountsTest {

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
    void a_keepers_link_lets_one_person_in_once() {
        members.register("R1", "Rami");
        var link = members.invite("R1");
        var rami = new Visitor(memory.address());
        assertThat(rami.get(link).body()).contains("Welcome, Rami").doesNotContain("id=\"name\"");
        assertThat(members.comeIn(rami, link, "rami")).isEqualTo(302);
        assertThat(rami.get("/account").body()).contains("You hold no role today");
        assertThat(rami.get("/account/invitations").statusCode()).isEqualTo(403);

        assertThat(new Visitor(memory.address()).get(link).statusCode()).isEqualTo(410);
        assertThat(keeper.get("/account/invitations").body()).contains("as rami", "R1");
    }

    @Test
    void only_the_newest_link_holds_and_for_seven_days() throws SQLException {
        members.register("R2", "Dana");
        var first = members.invite("R2");
        var second = members.invite("R2");
        var dana = new Visitor(memory.address());
        assertThat(dana.get(first).statusCode()).isEqualTo(410);
        assertThat(dana.get(first).body()).contains("A newer link has been made");
        assertThat(dana.get(second).statusCode()).isEqualTo(200);

        asOwner("update access.link set valid_until = valid_until - interval '7 days' where person = 'R2'");
        assertThat(dana.get(second).statusCode()).isEqualTo(410);
        assertThat(dana.get(second).body()).contains("too old");
        assertThat(members.comeIn(dana, second, "dana")).isEqualTo(410);
        keeper.get("/account/invitations");
        assertThat(keeper.post("/account/invitations", "person", "nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_is_one_persons_however_it_is_typed() {
        var dalia = members.member("R3", "Dalia Oz");
        members.register("R4", "Dalia");
        var link = members.invite("R4");
        var other = new Visitor(memory.address());
        other.get(link);
        var taken = other.post(link, "signInName", " DALIA  oz", "password", Members.PASSWORD, "repeated",
                Members.PASSWORD);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("somebody else", "e-signInName");
        assertThat(members.comeIn(other, link, "dalia")).as("the link still holds").isEqualTo(302);

        assertThat(dalia.signIn("ＤＡＬＩＡ ＯＺ", Members.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void a_wrong_name_and_a_wrong_password_are_answered_alike() {
        members.member("R5", "Hila");
        var visitor = new Visitor(memory.address());
        var wrong = visitor.signIn("hila", Members.ANOTHER);
        var unknown = visitor.signIn("nobody <b>", Members.PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The name or the password is not right.", "value=\"hila\"")
                .doesNotContain(Members.ANOTHER);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("The name or the password is not right.", "nobody &lt;b&gt;");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void another_password_ends_all_other_sessions() {
        var here = members.member("R6", "Orna");
        var elsewhere = new Visitor(memory.address());
        elsewhere.signIn("orna", Members.PASSWORD);
        here.get("/account");

        var refused = here.post("/account/password", "present", "not this one", "fresh", Members.ANOTHER,
                "repeated",
                Members.ANOTHER);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is not the present password", "e-present")
                .doesNotContain(Members.ANOTHER);
        assertThat(here
                .post("/account/password", "present", Members.PASSWORD, "fresh", "orna", "repeated", "orna")
                .body())
                .contains("e-fresh");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        assertThat(here
                .post("/account/password", "present", Members.PASSWORD, "fresh", Members.ANOTHER, "repeated",
                        Members.ANOTHER)
                .statusCode()).isEqualTo(302);
        assertThat(here.get("/account").body()).contains("The password is changed.");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        assertThat(elsewhere.signIn("orna", Members.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(elsewhere.signIn("orna", Members.ANOTHER).statusCode()).isEqualTo(302);
    }

    @Test
    void a_link_for_whoever_lost_their_password_gives_another_and_ends_what_was_open() {
        var before = members.member("R7", "Gil");
        var after = new Visitor(memory.address());
        var link = members.invite("R7");
        assertThat(after.get(link).body()).contains("You have an account here", "value=\"Gil\"");
        after.post(link, "signInName", "gil", "password", Members.ANOTHER, "repeated", Members.ANOTHER);

        assertThat(after.get("/account").statusCode()).isEqualTo(200);
        assertThat(before.get("/account").statusCode()).isEqualTo(303);
        assertThat(before.signIn("gil", Members.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void whoever_is_shown_out_is_out_at_once_with_all_they_had() {
        var leaving = members.member("R8", "Lior");
        leaving.get("/account");
        var own = Visitor.token(leaving.post("/account/tokens", "label", "mine"));
        var link = members.invite("R8");
        assertThat(memory.get(own, "/api/views").status()).isEqualTo(200);

        keeper.get("/account/invitations");
        assertThat(keeper.post("/account/invitations/take-away", "person", "R8").statusCode()).isEqualTo(302);

        assertThat(leaving.get("/account").statusCode()).isEqualTo(303);
        assertThat(memory.get(own, "/api/views").status()).isEqualTo(401);
        assertThat(leaving.signIn("lior", Members.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(leaving.get(link).statusCode()).isEqualTo(410);
        // Nobody is left outside for ever: another link lets them in again.
        assertThat(members.comeIn(leaving, members.invite("R8"), "lior")).isEqualTo(302);
    }

    @Test
    void nobody_shows_themselves_out() {
        var me = members.keeperId();
        keeper.get("/account/invitations");
        assertThat(keeper.post("/account/invitations/take-away", "person", me).statusCode()).isEqualTo(422);
        assertThat(keeper.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void of_two_who_show_each_other_out_at_the_same_moment_one_stays() throws SQLException {
        members.member("R12", "Maya");
        members.member("R13", "Noa");
        for (var person : List.of("R12", "R13")) {
            memory.taken(members.token(), "GrantRole",
                    "{\"personId\": \"%s\", \"role\": \"MEM\"}".formatted(person));
        }
        var admission = memory.bean(Admission.class);
        var outcomes = Contest.of(memory.bean(StandaloneDatabase.class).application(),
                "select from access.account where person in ('R12', 'R13') for update", 1,
                () -> admission.showOut(new PersonId("R12"), new PersonId("R13")),
                () -> admission.showOut(new PersonId("R13"), new PersonId("R12")));
        assertThat(outcomes).filteredOn(outcome -> outcome.state() == State.FAILED)
                .singleElement()
                .extracting(Future::exceptionNow)
                .isInstanceOf(HttpProblem.class);
        var insiders = memory.bean(Insiders.class);
        assertThat(Stream.of("R12", "R13").map(PersonId::new).filter(insiders::mayComeIn)).hasSize(1);
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = memory.bean(StandaloneDatabase.class).application().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("reset role; " + sql + "; " + Database.AS_APPLICATION);
        }
    }
}
