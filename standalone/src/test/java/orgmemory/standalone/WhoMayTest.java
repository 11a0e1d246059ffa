// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Insiders;
import orgmemory.access.account.Tokens;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two services on one database know from memory who may do what, and ask little of the database. What is taken from somebody
 * in the one is gone in the other from their next request on.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class WhoMayTest {

    private static final String STATE = "/api/views/People/P2";
    private static final String BODY = "{\"bodyId\": \"%s\", \"name\": \"A body\"}";

    private EmbeddedPostgres server;
    private RunningMemory here;
    private RunningMemory there;
    private Members members;

    @BeforeAll
    void start(@TempDir Path mine, @TempDir Path theirs) throws IOException, SQLException {
        server = DurablePostgres.start();
        here = RunningMemory.start(mine, DurablePostgres.option(server));
        members = new Members(here);
        members.register("P2", "Dana");
        var counted = CountedStatements.counted(server.getJdbcUrl("postgres", "postgres"));
        there = RunningMemory.start(theirs, "--memory.database.url=" + counted);
    }

    @AfterAll
    void stop() throws IOException {
        there.close();
        here.close();
        server.close();
    }

    private void showOut(String person) {
        var keeper = here.bean(Tokens.class).find(members.token()).orElseThrow();
        here.bean(Admission.class).showOut(new PersonId(person), keeper);
    }

    /** Requests of all kinds, rightly and wrongly put; what whoever asks would hear with a token that holds stands first. */
    @ParameterizedTest
    @CsvSource({"200, GET, " + STATE, "404, GET, " + STATE + "?knownOn=0",
            "400, GET, " + STATE + "?asOf=never", "404, GET, /api/views/People/nobody",
            "404, GET, /api/views/Nothing/P2", "200, GET, /api/views/People", "200, GET, /api/record",
            "200, GET, /api/status", "403, RegisterBody, {\"name\":\"x\"}", "400, RegisterBody, {",
            "404, Nothing, {}", "405, PUT, " + STATE})
    void a_revoked_token_is_told_nothing_in_another_process(int before, String how, String what) {
        var token = here.bean(Tokens.class).issue(new PersonId("P2"), "a program");
        assertThat(ask(token, how, what).status()).isEqualTo(before);

        here.bean(Tokens.class).revoke(token);

        assertThat(ask(token, how, what).status()).isEqualTo(401);
    }

    private RunningMemory.Reply ask(String token, String how, String what) {
        return switch (how) {
            case "GET" -> there.get(token, what);
            case "PUT" -> there.put(token, what);
            default -> there.command(token, how, what);
        };
    }

    @Test
    void a_role_holds_and_ends_in_another_process_from_the_next_request_on() {
        var token = here.bean(Tokens.class).issue(new PersonId("P2"), "a program");
        assertThat(there.command(token, "RegisterBody", BODY.formatted("b1")).status()).isEqualTo(403);

        // A memory is never left with fewer than two keepers.
        members.register("P5", "Noam");
        here.taken(members.token(), "GrantRole", "{\"personId\": \"P5\", \"role\": \"MEM\"}");
        var grant = here.taken(members.token(), "GrantRole", "{\"personId\": \"P2\", \"role\": \"MEM\"}");
        assertThat(there.command(token, "RegisterBody", BODY.formatted("b1")).status()).isEqualTo(200);
        assertThat(there.rebuildStatus(token)).isEqualTo(202);

        here.taken(members.token(), "AnnulRecord",
                "{\"stream\": \"access-grant/P2\", \"eventId\": \"%s\", \"reason\": \"a mistake\"}"
                        .formatted(grant));
        assertThat(there.command(token, "RegisterBody", BODY.formatted("b2")).status()).isEqualTo(403);
        assertThat(there.rebuildStatus(token)).isEqualTo(403);
    }

    @Test
    void whoever_is_shown_out_is_out_in_another_process() {
        members.member("P3", "Gil");
        var visitor = new Visitor(there.address());
        visitor.signIn("Gil", Members.PASSWORD);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);

        // Their session stays as it is: it is of no use any more.
        showOut("P3");

        assertThat(visitor.get("/").headers().firstValue("Location")).hasValueSatisfying(
                page -> assertThat(page).contains("/sign-in"));
    }

    @Test
    void nobody_writes_on_in_a_batch_that_was_open_before_they_were_shown_out() throws IOException {
        var visitor = members.member("P4", "Tal");
        here.taken(members.token(), "GrantRole", "{\"personId\": \"P4\", \"role\": \"MEM\"}");
        var inSession = new Visitor(there.address());
        inSession.signIn("Tal", Members.PASSWORD);
        inSession.get("/account");
        var tokens = here.bean(Tokens.class);
        var token = tokens.issue(new PersonId("P4"), "a program");
        var other = tokens.issue(new PersonId("P4"), "another");
        try (var byToken = new OpenBatch(there.address(), "Authorization", "Bearer " + token);
                var byOther = new OpenBatch(there.address(), "Authorization", "Bearer " + other);
                var bySession = new OpenBatch(there.address(), "Cookie", "session=" + inSession.session(),
                        "X-CSRF-TOKEN", inSession.secret())) {
            assertThat(byToken.send(line("b11"))).containsExactly(200);
            assertThat(byOther.send(line("b12"), line("b13"))).containsExactly(200, 200);
            assertThat(bySession.send(line("b14"))).containsExactly(200);

            tokens.revoke(token);
            assertThat(byToken.send(line("b15"))).containsExactly(401);
            assertThat(byToken.send(line("b16"), line("b17"))).containsExactly(401, 401);
            assertThat(byOther.send(line("b18"), line("b19"))).containsExactly(200, 200);

            showOut("P4");
            assertThat(byOther.send(line("b20"), line("b21"))).containsExactly(401, 401);
            assertThat(bySession.send(line("b22"))).containsExactly(403);
            assertThat(bySession.send(line("b23"), line("b24"))).containsExactly(403, 403);
        }
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    private static String line(String body) {
        return "{\"command\": \"RegisterBody\", \"body\": " + BODY.formatted(body) + "}";
    }

    @Test
    void of_two_who_show_each_other_out_in_two_processes_one_stays() throws SQLException {
        for (var person : List.of("P7", "P8")) {
            members.member(person, person);
            here.taken(members.token(), "GrantRole",
                    "{\"personId\": \"%s\", \"role\": \"MEM\"}".formatted(person));
        }
        var one = new PersonId("P7");
        var other = new PersonId("P8");
        var outcomes = Contest.of(here.bean(StandaloneDatabase.class).application(),
                "select from access.account where person in ('P7', 'P8') for update", 2,
                () -> here.bean(Admission.class).showOut(one, other),
                () -> there.bean(Admission.class).showOut(other, one));
        assertThat(outcomes).extracting(Future::state).containsExactlyInAnyOrder(State.SUCCESS, State.FAILED);
        assertThat(Stream.of(one, other).filter(here.bean(Insiders.class)::mayComeIn)).hasSize(1);
    }

    @Test
    void a_request_asks_little_of_the_database() {
        var token = here.bean(Tokens.class).issue(new PersonId("P2"), "a program");
        here.taken(members.token(), "GrantRole", "{\"personId\": \"P2\", \"role\": \"BST\"}");
        var year = "{\"yearId\": \"Y1\", \"from\": \"2027-01-01\", \"to\": \"2027-12-31\"}";
        var after = there.taken(token, "OpenBudgetYear", year);
        assertThat(there.get(token, "/api/views/BudgetYears/Y1?after=" + after).status()).isEqualTo(200);
        var forecast = "{\"yearId\": \"Y1\", \"amountAgorot\": 100, \"source\": \"a letter\"}";
        IntStream.range(0, 2).forEach(n -> there.taken(token, "RecordRevenueForecast", forecast));
        var last = there.taken(token, "RecordRevenueForecast", forecast);
        assertThat(there.get(token, "/api/views/BudgetYears/Y1?after=" + last).status()).isEqualTo(200);

        assertThat(CountedStatements.during(() -> there.state(token, "/api/views/BudgetYears/Y1")))
                .hasSize(1);
        var today = there.get(token, "/api/views/BudgetYears/Y1").body().required("asOf").stringValue();
        assertThat(
                CountedStatements.during(() -> there.state(token, "/api/views/BudgetYears/Y1?asOf=" + today)))
                .hasSize(1);
        assertThat(CountedStatements.during(() -> there.taken(token, "RecordRevenueForecast", forecast)))
                .as("beside the append")
                .hasSize(1);
        assertThat(CountedStatements.during(() -> there.get(token, "/api/views/BudgetYears")))
                .hasSizeLessThanOrEqualTo(6);
    }
}
