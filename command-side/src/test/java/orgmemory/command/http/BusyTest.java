// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static orgmemory.command.http.StatusTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import orgmemory.access.HttpProblem;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** What is answered while the journal is held up. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "memory.commands.time-limit=2s", "memory.commands.under-way=1"})
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyTest {

    @Autowired
    private Cast cast;
    @Value("${spring.datasource.url}")
    private String database;
    @Autowired
    private Journal journal;

    @Test
    void no_answer_in_time_is_504_and_too_many_503_and_under_the_key_it_acts_once() throws Exception {
        long head = journal.head();
        try (var connection = heldUp()) {
            var late = cast.post("RegisterPerson", "{'name':'Late'}", "Idempotency-Key", "late");
            assertProblem(late, 504, "command.late-with-key");
            assertThat(json(late).get("idempotencyKey").stringValue()).isEqualTo("late");

            var busy = cast.post("RegisterPerson", "{'name':'Busy'}");
            assertProblem(busy, 503, "command.overloaded");
            assertThat(busy.headers().firstValue("Retry-After")).contains("1");
            connection.rollback();
        }
        awaitHead(head + 1);
        var again = cast.post("RegisterPerson", "{'name':'Late'}", "Idempotency-Key", "late");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again).get("position").longValue()).isEqualTo(head + 1);
        assertThat(journal.head()).isEqualTo(head + 1);
    }

    @Test
    void what_takes_too_long_is_504_without_a_key_as_well() {
        var answered = new CompletableFuture<String>();
        try (var limit = new TimeLimit(Duration.ofMillis(1), 1)) {
            assertThatThrownBy(() -> limit.within(answered::join, null))
                    .isInstanceOfSatisfying(HttpProblem.class, late -> {
                        assertThat(late.status()).isEqualTo(504);
                        assertThat(late.code()).isEqualTo("command.late");
                    });
            answered.complete("done");
        }
    }

    @Test
    void a_journal_that_cannot_write_is_503_and_so_is_each_line_and_nothing_is_lost() throws SQLException {
        long head = journal.head();
        execute("""
                create function disk_is_full() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
                create trigger disk_is_full before insert on journal.event
                for each statement execute function disk_is_full()""");
        var away = cast.post("RegisterPerson", "{'name':'Away'}", "Idempotency-Key", "away");
        assertProblem(away, 503, "command.journal-away");
        assertThat(away.headers().firstValue("Retry-After")).contains("2");
        var line = "{\"command\":\"RegisterPerson\",\"body\":{\"name\":\"x\"}}\n";
        var lines = cast.postBytes("/api/commands", "application/jsonl",
                BodyPublishers.ofString(line.repeat(2)));
        assertThat(lines.body().lines()).hasSize(2)
                .allSatisfy(each -> assertThat(each).contains("command.journal-away"));

        execute("drop trigger disk_is_full on journal.event");
        var again = cast.post("RegisterPerson", "{'name':'Away'}", "Idempotency-Key", "away");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(journal.head()).isEqualTo(head + 1);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Holds the events' table, so that no append gets through. */
    private Connection heldUp() throws SQLException {
        var connection = DriverManager.getConnection(database);
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table journal.event in exclusive mode");
        return connection;
    }

    private void awaitHead(long position) {
        var limit = Instant.now().plus(Duration.ofSeconds(20));
        while (journal.head() < position && Instant.now().isBefore(limit)) {
            Thread.onSpinWait();
        }
    }
}
