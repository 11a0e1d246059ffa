// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static orgmemory.command.http.StatusTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
