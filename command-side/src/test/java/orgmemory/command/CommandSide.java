// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.command.budget.BudgetYear;
import orgmemory.command.people.AccessGrant;
import orgmemory.command.people.Account;
import orgmemory.command.people.Body;
import orgmemory.command.people.Institute;
import orgmemory.command.people.Manager;
import orgmemory.command.people.Person;
import orgmemory.command.people.ResponsibilityArea;
import orgmemory.command.register.RegisterReader;
import orgmemory.command.register.RegisterWriter;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** All aggregates, the register and the corrections over a journal on PostgreSQL, without anything before them. */
final class CommandSide implements AutoCloseable {

    static final List<Class<?>> AGGREGATES = List.of(Institute.class, Person.class, Body.class, Manager.class,
            ResponsibilityArea.class, AccessGrant.class, Account.class, BudgetYear.class);

    final DataSource database;
    final Journal journal;
    final RegisterReader register;
    private final GroupCommit commits;
    private final Configuration axon;

    CommandSide() {
        database = TestDatabase.with("journal", "register").app();
        var codec = new EventCodec();
        journal = new Journal(database, codec);
        register = new RegisterReader(database);
        commits = new GroupCommit(database, codec, Clock.systemUTC(),
                List.of(new RegisterWriter(codec, ZoneOffset.UTC)));
        var engine = new JournalStorageEngine(commits, journal, new AggregateSnapshots(database, AGGREGATES),
                stream -> {});
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(config -> new OrderedEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine).build(), codec))
                .registerComponent(ParameterResolverFactory.class,
                        config -> MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(CommandSide.class),
                                new CircumstancesResolver(register, () -> World.TODAY)))
                .registerCommandHandler(config -> new Corrections(journal, config.eventStore(), codec));
        AGGREGATES.forEach(type -> configurer.configureAggregate(AggregateConfigurer
                .defaultConfiguration(type)
                .configureCommandTargetResolver(config -> command -> new VersionedAggregateIdentifier(
                        (Object) ((Command) command.getPayload()).stream().toString(), null))));
        axon = configurer.start();
    }

    /** What the memory keeper imports, as of a day. */
    CommandSide imports(LocalDate day, Command command) {
        return sends(day, Attestation.IMPORTED, command);
    }

    CommandSide sends(LocalDate day, Attestation attestation, Command command) {
        var envelope = new Envelope(Subject.of("person", "MEM"), Capacity.MEM, null, attestation, day, null,
                null, Visibility.INSTITUTE, null, Language.en, UUID.randomUUID().toString());
        try {
            axon.commandGateway()
                    .sendAndWait(
                            new GenericCommandMessage<>(command).andMetaData(envelope.toMetadata()));
        } catch (CommandExecutionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
        }
        return this;
    }

    /** The aggregate of a stream as it is loaded from its events. */
    Object aggregate(Class<?> type, Subject stream) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            return axon.repository(type).load(stream.toString()).invoke(root -> root);
        } finally {
            unit.rollback();
        }
    }

    /** The id of the last event of a stream. */
    String last(Subject stream) {
        return journal.stream(stream).getLast().eventId();
    }

    Stream<StoredEvent> events(Subject stream) {
        return journal.stream(stream).stream();
    }

    @Override
    public void close() {
        axon.shutdown();
        commits.close();
    }
}
