// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.command.register.RegisterReader;
import orgmemory.command.register.RegisterWriter;
import orgmemory.command.wiring.AggregateCache;
import orgmemory.command.wiring.AxonWiring;
import orgmemory.command.wiring.ChainedLoading;
import orgmemory.command.wiring.DecisionContexts;
import orgmemory.command.wiring.Snapshotting;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.Standing;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.JournalStorageEngine;
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
import org.axonframework.config.Configuration;

/** All aggregates, the register and the corrections over a journal on PostgreSQL, without anything before them. */
final class CommandSide implements AutoCloseable {

    static final Deciders DECIDERS = Deciders.onClassPath();

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
                List.of(new RegisterWriter(codec, ZoneOffset.UTC, DECIDERS::registers, DECIDERS::rules)));
        var snapshots = new AggregateSnapshots(database, List.of());
        var cache = new AggregateCache(1_000);
        var engine = new JournalStorageEngine(commits, journal, snapshots, cache::reordered);
        axon = new AxonWiring(codec, engine, cache, new DecisionContexts(register, () -> World.TODAY),
                new Snapshotting(snapshots, cache, storing -> {}), new ChainedLoading(journal, cache))
                .start(DECIDERS, journal, List.of((connection, events) -> {}));
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

    /** The state of a stream as its facts leave it. */
    Object state(Subject stream) {
        var facts = Standing.ofStored(journal.stream(stream), new EventCodec());
        var kind = DECIDERS.of(facts.getFirst().event()).orElseThrow();
        Object state = kind.decider().initial();
        for (var fact : facts) {
            state = kind.evolve(state, fact.event(), fact.envelope());
        }
        return state;
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
