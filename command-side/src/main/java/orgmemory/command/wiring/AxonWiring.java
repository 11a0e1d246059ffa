// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.List;
import java.util.Set;
import orgmemory.command.CircumstancesResolver;
import orgmemory.command.Corrections;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Axon's configuration, by hand. The bus has no transaction manager on purpose: a transaction a command would hold a
 * connection while the command waits for the commit of others.
 */
final class AxonWiring {

    private final EventCodec codec;
    private final JournalStorageEngine engine;
    private final AggregateCache cache;
    private final CircumstancesResolver circumstances;
    private final Snapshotting snapshotting;
    private final ChainedLoading chained;

    AxonWiring(EventCodec codec, JournalStorageEngine engine, AggregateCache cache,
            CircumstancesResolver circumstances, Snapshotting snapshotting, ChainedLoading chained) {
        this.codec = codec;
        this.engine = engine;
        this.cache = cache;
        this.circumstances = circumstances;
        this.snapshotting = snapshotting;
        this.chained = chained;
    }

    /** Modules are not looked for on the class path: one of them asks a server on the internet for updates. */
    Configuration start(List<Class<?>> aggregates, Journal journal, List<AppendCompanion> companions) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> new OrderedEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine).build(), codec))
                .configureCommandBus(AxonWiring::bus)
                .configureCorrelationDataProviders(axon -> List.of(AxonWiring.envelope()))
                .registerComponent(ParameterResolverFactory.class,
                        axon -> MultiParameterResolverFactory.ordered(
                                circumstances, ClasspathParameterResolverFactory.forClass(AxonWiring.class)))
                .registerComponent(CommandTargetResolver.class, axon -> new StreamTargetResolver());
        aggregates.forEach(aggregate -> configurer.configureAggregate(aggregate(aggregate)));
        configurer.registerCommandHandler(axon -> new Corrections(journal, axon.eventBus(), codec));
        var configuration = configurer.buildConfiguration();
        new WiringCheck(configuration.eventBus(), engine, configuration.commandBus(),
                aggregates.stream().map(configuration::repository).toList(), cache, companions).run();
        configuration.start();
        return configuration;
    }

    private static SimpleCommandBus bus(Configuration axon) {
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new Attempt.Terms());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    /** A command's metadata is its envelope, and so is that of its events. */
    private static CorrelationDataProvider envelope() {
        return message -> message.getMetaData();
    }

    private <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(axon -> new AggregateRepository<>(EventSourcingRepository.builder(type)
                        .aggregateModel(model(axon, type))
                        .eventStore(axon.eventStore())
                        .repositoryProvider(repositories(axon))
                        .cache(cache), snapshotting, chained));
    }

    private static <A> AggregateModel<A> model(Configuration axon, Class<A> type) {
        return new AnnotatedAggregateMetaModelFactory(axon.parameterResolverFactory(),
                axon.handlerDefinition(type))
                .createModel(type, Set.of());
    }

    private static RepositoryProvider repositories(Configuration axon) {
        return axon::repository;
    }
}
