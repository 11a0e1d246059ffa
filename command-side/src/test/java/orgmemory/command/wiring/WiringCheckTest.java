// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import orgmemory.command.Deciders;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.StartRefused;
import orgmemory.journal.TestDatabase;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import orgmemory.journal.axon.AggregateSnapshots;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WiringCheckTest {

    private static final EventCodec CODEC = new EventCodec();
    private static final TestDatabase DATABASE = TestDatabase.with("journal");
    private static final AppendCompanion REGISTER = (connection, events) -> {};
    private static final GroupCommit COMMITS = new GroupCommit(DATABASE.app(), CODEC, Clock.systemUTC(),
            List.of(REGISTER));

    private final EventStorageEngine engine = new JournalStorageEngine(COMMITS,
            new Journal(DATABASE.app(), CODEC),
            new AggregateSnapshots(DATABASE.app(), List.of()), evicted -> {});
    private final EventBus events = new OrderedEventStore(
            EmbeddedEventStore.builder().storageEngine(engine).build(),
            CODEC);
    private final CommandBus commands = SimpleCommandBus.builder().build();
    private final Cache cache = new AggregateCache(10);
    private final List<Repository<?>> repositories = List.of(new AggregateRepository<>(builder(),
            new Snapshotting(new AggregateSnapshots(DATABASE.app(), List.of()), cache, Runnable::run),
            new ChainedLoading(new Journal(DATABASE.app(), CODEC), cache), StreamAggregate::state));

    @AfterAll
    static void close() {
        COMMITS.close();
    }

    @Test
    void the_parts_that_were_meant_may_start() {
        assertThatCode(() -> check(events, engine, commands, repositories, cache, List.of(REGISTER)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_part_that_was_not_meant_is_named_in_one_sentence() {
        var asWell = List.of(REGISTER);
        refused("SimpleEventBus", SimpleEventBus.builder().build(), engine, commands, repositories, cache,
                asWell);
        refused("EmbeddedEventStore", EmbeddedEventStore.builder().storageEngine(engine).build(), engine,
                commands,
                repositories, cache, asWell);
        refused("InMemoryEventStorageEngine", events, new InMemoryEventStorageEngine(), commands,
                repositories,
                cache,
                asWell);
        refused("AsynchronousCommandBus", events, engine, AsynchronousCommandBus.builder().build(),
                repositories,
                cache,
                asWell);
        refused("CachingEventSourcingRepository", events, engine, commands, List.of(builder().build()), cache,
                asWell);
        refused("NoCache", events, engine, commands, repositories, NoCache.INSTANCE, asWell);
        refused("register", events, engine, commands, repositories, cache, List.of());
    }

    private EventSourcingRepository.Builder<StreamAggregate> builder() {
        return EventSourcingRepository.builder(StreamAggregate.class)
                .aggregateFactory(new StreamAggregates(Deciders.onClassPath()))
                .eventStore((OrderedEventStore) events)
                .cache(cache);
    }

    private static void refused(String named, EventBus events, EventStorageEngine engine, CommandBus commands,
            List<Repository<?>> repositories, Cache cache, List<AppendCompanion> companions) {
        assertThatThrownBy(() -> check(events, engine, commands, repositories, cache, companions))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(named)
                .hasMessageMatching("[^.]+\\.");
    }

    private static void check(EventBus events, EventStorageEngine engine, CommandBus commands,
            List<Repository<?>> repositories, Cache cache, List<AppendCompanion> companions) {
        new WiringCheck(events, engine, commands, repositories, cache, companions).run();
    }
}
