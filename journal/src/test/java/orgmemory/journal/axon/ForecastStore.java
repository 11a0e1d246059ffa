// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.journal.append.GroupCommit;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Axon's repository over the journal, as the command side wires it. */
final class ForecastStore implements AutoCloseable {

    static final String YEAR = "budget-year/BY2017";

    private static final EventCodec CODEC = new EventCodec();

    final TestDatabase database;
    final Journal journal;
    final WeakReferenceCache cache = new WeakReferenceCache();
    final List<String> evicted = new ArrayList<>();
    final GroupCommit commits;
    final JournalStorageEngine engine;
    final OrderedEventStore events;
    final Repository<Forecasts> cached;
    final Repository<Forecasts> repository;
    private final EmbeddedEventStore recorded;

    ForecastStore() {
        this(TestDatabase.with("journal"));
    }

    ForecastStore(TestDatabase database) {
        this.database = database;
        journal = new Journal(database.app(), CODEC);
        commits = new GroupCommit(database.app(), CODEC, Clock.systemUTC(), List.of());
        engine = new JournalStorageEngine(commits, journal,
                new AggregateSnapshots(database.app(), List.of(AggregateSnapshots.Form.of(Forecasts.class))),
                stream -> {
                    evicted.add(stream);
                    cache.remove(stream);
                });
        recorded = EmbeddedEventStore.builder().storageEngine(engine).build();
        events = new OrderedEventStore(recorded, CODEC);
        cached = EventSourcingRepository.builder(Forecasts.class).eventStore(events).cache(cache).build();
        repository = EventSourcingRepository.builder(Forecasts.class).eventStore(events).build();
    }

    static void inUnitOfWork(AppendConditions conditions, Runnable task) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));
        unit.resources().put(AppendConditions.RESOURCE, conditions);
        var result = unit.executeWithResult(() -> {
            task.run();
            return "done";
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    /** Handles a command on the cached aggregate, as the command bus does. */
    void change(Consumer<Forecasts> command) {
        inUnitOfWork(AppendConditions.none(), () -> load(cached).execute(command));
    }

    /** Records a fact through the aggregate; answers its id. */
    String tell(long amount, String day) {
        change(forecasts -> forecasts.tell(Facts.forecast("BY2017", amount), day));
        return last().eventId();
    }

    /** Records an event past the aggregate, as another process would; answers its id. */
    String record(Event event, String day) {
        inUnitOfWork(AppendConditions.none(), () -> events.publish(
                new GenericEventMessage<>(event, MetaData.from(Facts.on(day).toMetadata()))));
        return last().eventId();
    }

    /** What the aggregate remembers when it is read anew, from its snapshot where it has one. */
    List<String> told() {
        return ask(repository);
    }

    List<String> ask(Repository<Forecasts> from) {
        var answer = new ArrayList<String>();
        inUnitOfWork(AppendConditions.none(),
                () -> from.load(YEAR).execute(found -> answer.addAll(found.told())));
        return answer;
    }

    void takeSnapshot() {
        AggregateSnapshotter.builder()
                .eventStore(events)
                .aggregateFactories(new GenericAggregateFactory<>(Forecasts.class))
                .build()
                .scheduleSnapshot(Forecasts.class, YEAR);
    }

    StoredEvent last() {
        return journal.stream(Subject.of(YEAR)).getLast();
    }

    private static Aggregate<Forecasts> load(Repository<Forecasts> from) {
        try {
            return from.loadOrCreate(YEAR, Forecasts::new);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        commits.close();
        recorded.shutDown();
    }
}
