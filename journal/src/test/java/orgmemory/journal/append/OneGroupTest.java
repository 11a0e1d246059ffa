// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Appends that meet in one group: the test holds the lock until all of them are waiting. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneGroupTest {

    private final TestDatabase database = TestDatabase.with("journal");
    private final EventCodec codec = new EventCodec();
    private final Journal journal = new Journal(database.app(), codec);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private GroupCommit commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of());

    @AfterEach
    void close() {
        commits.close();
        callers.close();
    }

    @Test
    void members_share_one_commit() throws Exception {
        var outcomes = together(append(Facts.forecast("BY2017", 1)), append(Facts.forecast("BY2018", 2)),
                append(Facts.forecast("BY2019", 3)));
        for (var outcome : outcomes) {
            outcome.get();
        }
        assertThat(transactions()).containsExactly(1L, 3L);
    }

    @Test
    void of_two_that_claim_the_same_id_the_first_wins_and_the_others_are_unharmed() throws Exception {
        var outcomes = together(append(Facts.cut("BY2017", "C-1", 5)), append(Facts.cut("BY2018", "C-1", 6)),
                append(Facts.cut("BY2019", "C-2", 7)));
        assertThat(outcomes.get(0).get().receipt().position()).isEqualTo(2);
        assertThat(refusal(outcomes.get(1))).isInstanceOfSatisfying(Rejected.class,
                refused -> assertThat(refused.code()).isEqualTo("id.taken"));
        assertThat(outcomes.get(2).get().receipt().position()).isEqualTo(3);
        assertThat(transactions()).containsExactly(1L, 2L);
    }

    @Test
    void of_two_that_decided_on_the_same_head_the_second_lost_the_race() throws Exception {
        var outcomes = together(
                () -> commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 1))), none()),
                () -> commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 2))), none()),
                () -> commits.append(List.of(Facts.at(1, Facts.forecast("BY2017", 3))), none()));
        outcomes.get(0).get();
        assertThat(refusal(outcomes.get(1))).isInstanceOf(ConcurrencyException.class);
        outcomes.get(2).get();
        assertThat(transactions()).containsExactly(1L, 2L);
    }

    @Test
    void of_two_that_name_the_same_version_the_second_is_stale() throws Exception {
        var outcomes = together(
                () -> commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 1))), named(0)),
                () -> commits.append(List.of(Facts.next(Facts.annulled("e", Facts.cut("BY2017", "C-1", 1)))),
                        named(0)),
                () -> commits.append(List.of(Facts.next(Facts.annulled("e", Facts.cut("BY2017", "C-1", 1)))),
                        named(1)));
        outcomes.get(0).get();
        assertThat(refusal(outcomes.get(1))).isInstanceOfSatisfying(StaleVersion.class,
                stale -> assertThat(stale.current()).isEqualTo(1));
        assertThat(outcomes.get(2).get().receipt().version()).isEqualTo(2);
    }

    @Test
    void twins_act_once_and_get_the_same_answer() throws Exception {
        Callable<Appended> twin = () -> commits.append(List.of(Facts.next(Facts.forecast("BY2017", 1))),
                new AppendConditions("P1 k", "hash", null));
        var outcomes = together(twin, twin,
                () -> commits.append(List.of(Facts.next(Facts.forecast("BY2017", 2))),
                        new AppendConditions("P1 k", "other", null)));
        var receipt = outcomes.get(0).get().receipt();
        assertThat(refusal(outcomes.get(1))).isInstanceOfSatisfying(AlreadyAnswered.class,
                answered -> assertThat(answered.receipt()).isEqualTo(receipt));
        assertThat(refusal(outcomes.get(2))).isInstanceOf(Rejected.class);
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void whom_a_companion_refuses_harms_nobody_else() throws Exception {
        commits.close();
        AppendCompanion notBy2018 = (connection, events) -> {
            if (events.stream()
                    .anyMatch(stored -> stored.stream().equals(Subject.of("budget-year/BY2018")))) {
                throw new Rejected("register.overlap");
            }
        };
        commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of(notBy2018));
        var outcomes = together(append(Facts.forecast("BY2017", 1)), append(Facts.forecast("BY2018", 2)),
                append(Facts.forecast("BY2019", 3)));
        outcomes.get(0).get();
        assertThat(refusal(outcomes.get(1))).hasMessageContaining("register.overlap");
        outcomes.get(2).get();
        assertThat(journal.after(0, 10)).extracting(stored -> stored.position()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void who_finds_too_many_waiting_is_turned_away() throws Exception {
        commits.close();
        commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of(), 2);
        var turnedAway = new ArrayList<Throwable>();
        var outcomes = together(() -> {
            try {
                commits.append(List.of(Facts.next(Facts.forecast("BY2018", 3))), none());
            } catch (Overloaded overloaded) {
                turnedAway.add(overloaded);
            }
        }, append(Facts.forecast("BY2017", 1)), append(Facts.forecast("BY2017", 2)));
        for (var outcome : outcomes) {
            outcome.get();
        }
        assertThat(turnedAway).hasSize(1);
        assertThat(journal.head()).isEqualTo(3);
    }

    @Test
    void whoever_was_taken_on_before_the_close_is_answered() throws Exception {
        var closer = new ArrayList<Thread>();
        var outcomes = together(() -> closer.add(Thread.ofVirtual().start(commits::close)),
                append(Facts.forecast("BY2017", 1)), append(Facts.forecast("BY2017", 2)));
        for (var outcome : outcomes) {
            assertThat(outcome.get().events()).hasSize(1);
        }
        closer.getFirst().join();
        assertThat(refusal(callers.submit(append(Facts.forecast("BY2017", 3)))))
                .isInstanceOf(Overloaded.class);
    }

    /** Starts one append that holds the appender up, then the others one after the other, then lets go. */
    @SafeVarargs
    private List<Future<Appended>> together(Callable<Appended>... appends) throws Exception {
        return together(() -> {}, appends);
    }

    @SafeVarargs
    private List<Future<Appended>> together(Runnable whileHeld, Callable<Appended>... appends)
            throws Exception {
        var outcomes = new ArrayList<Future<Appended>>();
        Future<Appended> first;
        try (var holder = database.app().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select pg_advisory_xact_lock(" + JournalTables.LOCK + ")");
            first = callers.submit(append(Facts.forecast("BY2000", 0)));
            awaitBlockedAppender(holder);
            for (int i = 0; i < appends.length; i++) {
                outcomes.add(callers.submit(appends[i]));
                while (commits.waiting() <= i) {
                    Thread.onSpinWait();
                }
            }
            whileHeld.run();
            holder.rollback();
        }
        first.get();
        return outcomes;
    }

    private static void awaitBlockedAppender(Connection holder) throws SQLException {
        var sql = "select 1 from pg_locks l join pg_database d on d.oid = l.database"
                + " where d.datname = current_database()"
                + " and l.locktype = 'advisory' and not l.granted";
        try (var statement = holder.prepareStatement(sql)) {
            while (!statement.executeQuery().next()) {
                Thread.onSpinWait();
            }
        }
    }

    private Callable<Appended> append(Event event) {
        return () -> commits.append(List.of(Facts.next(event)), none());
    }

    private static AppendConditions none() {
        return AppendConditions.none();
    }

    private static AppendConditions named(long version) {
        return new AppendConditions(null, null, version);
    }

    private static Throwable refusal(Future<Appended> outcome) throws InterruptedException {
        try {
            throw new AssertionError("appended " + outcome.get());
        } catch (ExecutionException refused) {
            return requireNonNull(refused.getCause());
        }
    }

    /** How many events each transaction inserted, in order. */
    private List<Long> transactions() throws SQLException {
        var counts = new ArrayList<Long>();
        try (var connection = database.app().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from journal.event group by xmin order by min(position)")) {
            while (rows.next()) {
                counts.add(rows.getLong(1));
            }
        }
        return counts;
    }
}
