// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.List;
import java.util.Set;
import orgmemory.command.Corrections;
import orgmemory.command.Deciders;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Axon's configuration, by hand. The bus has no transaction manager on purpose: a transaction a command would hold a
 * connection while the command waits for the commit of others.
 */
public final class AxonWiring {

    private final EventCodec codec;
    private final JournalStorageEngine engine;
    private final AggregateCache cache;
    private final DecisionContexts contexts;
    private final Snapshotting snapshotting;
    private final ChainedLoading chained;

    public AxonWiring(EventCodec codec, JournalStorageEngine engine, AggregateCache cache,
            DecisionContexts contexts, Snapshotting snapshotting, ChainedLoading chained) {
        this.codec = codec;
        this.engine = engine;
        this.cache = cache;
        this.contexts = contexts;
        this.snapshotting = snapshotting;
        this.chained = chained;
    }

    /** Modules are not looked for on the class path: one of them asks a server on the internet for updates. */
    public Configuration start(Deciders deciders, Journal journal, List<AppendCompanion> companions) {
        var configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> new OrderedEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine).build(), codec))
                .configureCommandBus(AxonWiring::bus)
                .configureCorrelationDataProviders(axon -> List.of(AxonWiring.envelope()))
                .buildConfiguration();
        var streams = streams(configuration, deciders);
        new WiringCheck(configuration.eventBus(), engine, configuration.commandBus(), List.of(streams), cache,
                companions).run();
        new StreamCommands(streams, deciders, contexts).subscribeTo(configuration.commandBus());
        new CorrectionCommands(new Corrections(codec, deciders), journal, configuration.eventBus(), contexts)
                .subscribeTo(configuration.commandBus());
        configuration.start();
        return configuration;
    }

    private static SimpleCommandBus bus(Configuration axon) {
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CommandExecution.Conditions());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    /** A command's metadata is its envelope, and so is that of its events. */
    private static CorrelationDataProvider envelope() {
        return message -> message.getMetaData();
    }

    /** The aggregates of all streams, which have one root. */
    private AggregateRepository<StreamAggregate> streams(Configuration axon, Deciders deciders) {
        var model = new AnnotatedAggregateMetaModelFactory(axon.parameterResolverFactory(),
                axon.handlerDefinition(StreamAggregate.class)).createModel(StreamAggregate.class, Set.of());
        return new AggregateRepository<>(EventSourcingRepository.builder(StreamAggregate.class)
                .aggregateModel(model)
                .aggregateFactory(new StreamAggregates(deciders))
                .eventStore(axon.eventStore())
                .repositoryProvider(axon::repository)
                .cache(cache), snapshotting, chained, StreamAggregate::state);
    }
}
