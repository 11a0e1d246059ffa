// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import orgmemory.command.wiring.AggregateCache;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What people would pick: Axon's own JDBC engine, set up well (bytea, aggregate cache, snapshots, Jackson). */
final class AxonJdbc implements AutoCloseable {

    private final HikariDataSource pool;
    private final Configuration configuration;
    private final UnitOfWorkAwareConnectionProviderWrapper connections;
    private final TransactionManager transactions;
    private final Jackson3Serializer serializer;
    private final JdbcEventStorageEngine engine;

    AxonJdbc(HikariDataSource pool) throws SQLException {
        this.pool = pool;
        this.connections = new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(pool));
        this.transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        this.serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> builder
                        .changeDefaultVisibility(visibility -> visibility.withFieldVisibility(Visibility.ANY))
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
        this.engine = engine();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        tokenStore().createSchema(PostgresTokenTableFactory.INSTANCE);
        this.configuration = configure();
        configuration.start();
    }

    private JdbcEventStorageEngine engine() {
        PersistenceExceptionResolver resolver = new JdbcSQLErrorCodesResolver();
        return JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .persistenceExceptionResolver(resolver)
                .build();
    }

    private Configuration configure() {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> serializer)
                .configureEventSerializer(axon -> serializer)
                .configureMessageSerializer(axon -> serializer)
                .configureTransactionManager(axon -> transactions)
                .configureCorrelationDataProviders(axon -> List.of(new MessageOriginProvider(),
                        new EnvelopeCorrelation()))
                .configureEventStore(axon -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(ForecastLedger.class)
                        .configureCommandTargetResolver(axon -> new StreamTarget())
                        .configureCache(axon -> new AggregateCache(1_000))
                        .configureSnapshotTrigger(
                                axon -> new EventCountSnapshotTriggerDefinition(axon.snapshotter(), 100)))
                .start();
    }

    CommandBus commandBus() {
        return configuration.commandBus();
    }

    private EmbeddedEventStore eventStore() {
        return (EmbeddedEventStore) configuration.eventStore();
    }

    JdbcEventStorageEngine storageEngine() {
        return engine;
    }

    /** What people would write to keep a view: one segment, batches of 200, and an error ends the batch. */
    PooledStreamingEventProcessor processor(String name, Object handler, ScheduledExecutorService workers) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(List.of(new AnnotationEventHandlerAdapter(handler)))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(eventStore())
                .tokenStore(tokenStore())
                .batchSize(200)
                .transactionManager(transactions)
                .initialSegmentCount(1)
                .coordinatorExecutor(workers)
                .workerExecutor(workers)
                .build();
    }

    private JdbcTokenStore tokenStore() {
        return JdbcTokenStore.builder().connectionProvider(connections).serializer(serializer).build();
    }

    TransactionManager transactions() {
        return transactions;
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        configuration.shutdown();
        eventStore().shutDown();
        pool.close();
    }
}
