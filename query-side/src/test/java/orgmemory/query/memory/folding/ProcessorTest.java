// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.journal.TestDatabase;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessorTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.with("memory");
    private final TestMemory memory = TestMemory.on(database.app(), new Told());
    private final Tellings tellings = new Tellings();

    @Test
    void one_of_two_processes_leads_and_the_other_takes_over() {
        try (var one = memory.processor(10); var other = memory.processor(10)) {
            one.start();
            other.start();
            recordAndAwait(100);
            assertThat(one.leads()).isNotEqualTo(other.leads());
            var leader = one.leads() ? one : other;
            memory.record(tellings.many(100, 3, 2).next());
            leader.close();
            recordAndAwait(100);
            assertThat(leader.leads()).isFalse();
        }
        assertRowsAsFoldedAtOnce();
    }

    @Test
    void a_process_whose_connection_is_cut_leads_again() {
        try (var processor = memory.processor(10)) {
            processor.start();
            for (int i = 0; i < 3; i++) {
                recordAndAwait(50);
                assertThat(cutLeader()).isEqualTo(1);
            }
            recordAndAwait(50);
        }
        assertRowsAsFoldedAtOnce();
    }

    @Test
    void nobody_folds_beside_a_leading_process() {
        try (var processor = memory.processor(10); var tool = memory.processor(10)) {
            processor.start();
            recordAndAwait(10);
            assertThatThrownBy(tool::catchUp).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(tool::rebuildFromZero).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_reader_waits_for_what_was_just_written() {
        try (var processor = memory.processor(10)) {
            processor.start();
            assertThat(memory.memory().awaitEvent("E1", Duration.ofMillis(1))).isFalse();
            memory.record(tellings.proposed("R1", "C1", "2016-12-01", 5).next());
            assertThat(memory.memory().awaitEvent("E1", LONG_ENOUGH)).isTrue();
            assertThat(memory.state("Told", "R1", null, null)).hasValueSatisfying(
                    state -> assertThat(state).contains("E1 2016-12-01"));
        }
    }

    @Test
    void views_are_folded_anew_while_events_arrive() {
        recordAndFold(2_600);
        try (var processor = memory.processor(50)) {
            processor.start();
            processor.rebuildAll();
            for (int i = 0; i < 10; i++) {
                recordAndAwait(60);
            }
            assertThat(memory.arrivals()
                    .await(
                            () -> memory.memory().status().size() == 1 && viewsKept() == 1,
                            LONG_ENOUGH))
                    .isTrue();
        }
        assertRowsAsFoldedAtOnce();
    }

    private long viewsKept() {
        return JdbcClient.create(memory.dataSource())
                .sql("select count(*) from memory.view where id > 1")
                .query(Long.class)
                .single()
                + JdbcClient.create(memory.dataSource())
                        .sql("select count(*) from memory.version where view = 1")
                        .query(Long.class)
                        .single();
    }

    private void recordAndFold(int count) {
        memory.record(tellings.many(count, 5, count).next()).fold(1_000);
    }

    private void recordAndAwait(int count) {
        memory.record(tellings.many(count, 3, count).next());
        assertThat(memory.memory().awaitPosition(memory.feed().head(), LONG_ENOUGH)).isTrue();
    }

    private long cutLeader() {
        return JdbcClient.create(database.owner())
                .sql("""
                        select count(pg_terminate_backend(l.pid)) from pg_locks l
                        join pg_database d on d.oid = l.database
                        where l.locktype = 'advisory' and l.granted and d.datname = current_database()""")
                .query(Long.class)
                .single();
    }

    private void assertRowsAsFoldedAtOnce() {
        var whole = TestMemory.of(new Told()).record(tellings.all()).fold(1_000);
        assertThat(memory.rows()).isEqualTo(whole.rows());
    }
}
