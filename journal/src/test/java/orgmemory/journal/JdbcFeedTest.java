// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import orgmemory.journal.append.GroupCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbcFeedTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.with("journal");
    private final EventCodec codec = new EventCodec();
    private final JdbcFeed feed = new JdbcFeed(database.app(), new Journal(database.app(), codec));
    private final GroupCommit commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of());

    @AfterEach
    void close() {
        feed.close();
        commits.close();
    }

    @Test
    void events_are_read_on_from_a_position_in_order() {
        record(5);
        assertThat(feed.head()).isEqualTo(5);
        assertThat(feed.read(0, 3)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(feed.read(3, 3)).extracting(StoredEvent::position).containsExactly(4L, 5L);
        assertThat(feed.read(5, 3)).isEmpty();
    }

    @Test
    void whoever_waits_is_woken_by_the_next_event() {
        record(1);
        assertThat(feed.awaitAfter(0, LONG)).isTrue();
        var woken = CompletableFuture.supplyAsync(() -> feed.awaitAfter(1, LONG));
        record(1);
        assertThat(woken.join()).isTrue();
    }

    @Test
    void whoever_waits_for_nothing_is_let_go() {
        record(1);
        assertThat(feed.awaitAfter(1, Duration.ofMillis(1))).isFalse();
        Thread.currentThread().interrupt();
        assertThat(feed.awaitAfter(1, LONG)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_event_that_was_not_announced_is_found_all_the_same() throws SQLException {
        record(1);
        assertThat(feed.awaitAfter(0, LONG)).isTrue();
        execute("""
                insert into journal.event
                select 2, 'unannounced', stream, 1, entity, 2, name, revision, recorded_at, occurred_on, latest_day,
                       reorders, metadata, payload
                from journal.event""");
        assertThat(feed.awaitAfter(1, LONG)).isTrue();
    }

    @Test
    void a_lost_connection_is_replaced() throws SQLException {
        record(1);
        assertThat(feed.awaitAfter(0, LONG)).isTrue();
        execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        record(1);
        assertThat(feed.awaitAfter(1, LONG)).isTrue();
    }

    @Test
    void a_feed_ends_while_the_database_keeps_it_waiting() throws SQLException {
        record(1);
        assertThat(feed.awaitAfter(0, LONG)).isTrue();
        try (var busy = database.owner().getConnection(); var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table journal.event in access exclusive mode");
            awaitWaiting(statement);
            feed.close();
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                    .doesNotContain("journal-feed");
            busy.rollback();
        }
    }

    private static void awaitWaiting(Statement statement) throws SQLException {
        boolean waits = false;
        while (!waits) {
            try (var rows = statement
                    .executeQuery("select exists (select from pg_locks where not granted)")) {
                waits = rows.next() && rows.getBoolean(1);
            }
        }
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            commits.append(List.of(Facts.next(Facts.forecast("BY2017", i))), AppendConditions.none());
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
