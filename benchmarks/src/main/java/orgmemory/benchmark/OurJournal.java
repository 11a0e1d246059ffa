// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import orgmemory.command.wiring.AggregateCache;
import orgmemory.command.wiring.AggregateRepository;
import orgmemory.command.wiring.ChainedLoading;
import orgmemory.command.wiring.Snapshotting;
import orgmemory.journal.Database;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.journal.axon.AggregateSnapshots.Form;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Our journal under the same bus and the same aggregate. */
final class OurJournal implements AutoCloseable {

    private final HikariDataSource pool;
    private final GroupCommit commits;
    private final ExecutorService storing;
    private final Configuration configuration;

    OurJournal(HikariDataSource owner) {
        Database.prepare(owner, "journal", "memory");
        var config = new HikariConfig();
        owner.copyStateTo(config);
        config.setConnectionInitSql(Database.AS_APPLICATION);
        this.pool = new HikariDataSource(config);
        var codec = new EventCodec();
        this.commits = new GroupCommit(pool, codec, Clock.systemUTC(), List.of());
        var cache = new AggregateCache(1_000);
        var snapshots = new AggregateSnapshots(pool, List.of(Form.of(ForecastLedger.class)));
        this.storing = Executors.newSingleThreadExecutor();
        var snapshotting = new Snapshotting(snapshots, cache, storing);
        var journal = new Journal(pool, codec);
        var engine = new JournalStorageEngine(commits, journal, snapshots, cache::reordered);
        this.configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureCorrelationDataProviders(axon -> List.of(new EnvelopeCorrelation()))
                .configureEventStore(axon -> new OrderedEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine).build(), codec))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(ForecastLedger.class)
                        .configureCommandTargetResolver(axon -> new StreamTarget())
                        .configureRepository(axon -> new AggregateRepository<>(
                                EventSourcingRepository.builder(ForecastLedger.class)
                                        .eventStore(axon.eventStore())
                                        .parameterResolverFactory(axon.parameterResolverFactory())
                                        .cache(cache),
                                snapshotting, new ChainedLoading(journal, cache), ledger -> ledger)))
                .start();
    }

    CommandBus commandBus() {
        return configuration.commandBus();
    }

    HikariDataSource pool() {
        return pool;
    }

    GroupCommit commits() {
        return commits;
    }

    @Override
    public void close() {
        configuration.shutdown();
        storing.close();
        commits.close();
        pool.close();
    }
}
