// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.TestDatabase;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.journal.axon.AggregateSnapshots.Form;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshottingTest {

    private static final String YEAR = "budget-year/BY2017";

    /** Counts what it was told and keeps the last amount; only its snapshot is ever read. */
    @SuppressWarnings("UnusedVariable")
    @Revision("1")
    static class Forecasts {

        @AggregateIdentifier
        private @Nullable String id;
        private int told;
        private long last;

        void tell(long amount, String day) {
            AggregateLifecycle.apply(Facts.forecast("BY2017", amount),
                    MetaData.from(Facts.on(day).toMetadata()));
        }

        @EventSourcingHandler
        void on(RevenueForecastRecorded event) {
            id = event.stream().toString();
            told++;
            last = event.amountAgorot();
        }
    }

    private final TestDatabase database = TestDatabase.with("journal");
    private final EventCodec codec = new EventCodec();
    private final GroupCommit commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of());

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void every_hundredth_event_leaves_the_state_of_the_aggregate() {
        var repository = repository(Runnable::run);
        tell(repository, 1, 99, "2016-11-05");
        assertThat(kept()).isEmpty();
        tell(repository, 100, 150, "2016-11-05");
        assertThat(kept()).containsExactly(state(100, 100));
        tell(repository, 151, 200, "2016-11-05");
        assertThat(kept()).containsExactly(state(200, 200));
    }

    @Test
    void events_of_one_decision_are_kept_together() {
        var repository = repository(Runnable::run);
        tell(repository, 1, 1, "2016-11-05");
        decide(() -> repository.load(YEAR)
                .execute(it -> IntStream.rangeClosed(2, 250).forEach(n -> it.tell(n, "2016-11-05"))));
        assertThat(kept()).containsExactly(state(250, 250));
    }

    @Test
    void a_late_fact_leaves_no_state_since_what_is_at_hand_has_another_order() {
        var repository = repository(Runnable::run);
        tell(repository, 1, 99, "2016-11-05");
        tell(repository, 100, 100, "2016-11-04");
        assertThat(kept()).isEmpty();
        // Now the stream is read anew, in its new order.
        tell(repository, 101, 101, "2016-11-05");
        assertThat(kept()).containsExactly(state(101, 101));
        tell(repository, 102, 200, "2016-11-05");
        assertThat(kept()).containsExactly(state(200, 200));
    }

    @Test
    void a_late_fact_in_a_chain_leaves_no_state_either() {
        var repository = repository(Runnable::run);
        try (var chain = commits.chain()) {
            chain.open(() -> {
                tell(repository, 1, 99, "2016-11-05");
                tell(repository, 100, 100, "2016-11-04");
                return chain;
            });
            assertThat(chain.commit()).isEqualTo(100);
        }
        assertThat(kept()).isEmpty();
        tell(repository, 101, 101, "2016-11-05");
        assertThat(kept()).containsExactly(state(101, 101));
    }

    @Test
    void a_long_stream_that_had_to_be_read_is_kept_after_the_next_decision() {
        tell(repository(task -> {
            throw new RejectedExecutionException("No place");
        }), 1, 150, "2016-11-05");
        assertThat(kept()).isEmpty();
        tell(repository(Runnable::run), 151, 151, "2016-11-05");
        assertThat(kept()).containsExactly(state(151, 151));
    }

    @Test
    void what_finds_no_place_is_kept_after_the_next_hundred() {
        var places = new int[] {0};
        var repository = repository(task -> {
            if (places[0]++ == 0) {
                throw new RejectedExecutionException("No place");
            }
            task.run();
        });
        tell(repository, 1, 199, "2016-11-05");
        assertThat(kept()).isEmpty();
        tell(repository, 200, 200, "2016-11-05");
        assertThat(kept()).containsExactly(state(200, 200));
    }

    private AggregateRepository<Forecasts> repository(Executor beside) {
        var cache = new AggregateCache(10);
        var snapshots = new AggregateSnapshots(database.app(), List.of(Form.of(Forecasts.class)));
        var engine = new JournalStorageEngine(commits, new Journal(database.app(), codec), snapshots,
                cache::reordered);
        return new AggregateRepository<>(EventSourcingRepository.builder(Forecasts.class)
                .eventStore(new OrderedEventStore(EmbeddedEventStore.builder().storageEngine(engine).build(),
                        codec))
                .cache(cache), new Snapshotting(snapshots, cache, beside),
                new ChainedLoading(new Journal(database.app(), codec), cache), forecasts -> forecasts);
    }

    private static void tell(AggregateRepository<Forecasts> repository, int first, int last, String day) {
        IntStream.rangeClosed(first, last).forEach(n -> decide(() -> {
            if (n == 1) {
                repository.newInstance(Forecasts::new).execute(it -> it.tell(n, day));
            } else {
                repository.load(YEAR).execute(it -> it.tell(n, day));
            }
        }));
    }

    /** A task whose failure is the caller's. */
    private interface Decision {
        void take() throws Exception;
    }

    private static void decide(Decision decision) {
        var result = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"))
                .executeWithResult(() -> {
                    decision.take();
                    return "done";
                });
        assertThat(result.isExceptional()).as(result.toString()).isFalse();
    }

    private List<String> kept() {
        return JdbcClient.create(database.app())
                .sql("select convert_from(state, 'UTF8') from journal.snapshot")
                .query(String.class)
                .list();
    }

    private static String state(int told, long last) {
        return "{\"id\":\"" + YEAR + "\",\"last\":" + last + ",\"told\":" + told + "}";
    }
}
