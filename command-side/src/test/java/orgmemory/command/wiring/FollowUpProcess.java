// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.Validation;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import orgmemory.access.ChangeCount;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.access.WhoMay;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Insiders;
import orgmemory.access.account.Passwords;
import orgmemory.command.Capacities;
import orgmemory.command.Deciders;
import orgmemory.command.automation.Automation;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.command.automation.Automations;
import orgmemory.command.automation.Deadline;
import orgmemory.command.automation.FollowUpDispatcher;
import orgmemory.command.http.AccessOrder;
import orgmemory.command.http.CommandDispatcher;
import orgmemory.command.http.CommandReader;
import orgmemory.command.http.CommandRequest;
import orgmemory.command.http.EnvelopeReader;
import orgmemory.command.http.TimeLimit;
import orgmemory.command.register.Register;
import orgmemory.command.register.RegisterReader;
import orgmemory.command.register.RegisterWriter;
import orgmemory.journal.Database;
import orgmemory.journal.EventCodec;
import orgmemory.journal.JdbcFeed;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.message.people.PersonMessages.RegisterPerson;

/**
 * A process of the deciding side that does what follows of itself, and nothing else: no web, no sessions, so that it starts
 * within a second and can be killed often.
 */
final class FollowUpProcess implements AutoCloseable {

    /** What is done on a day, in the tests. */
    static final String DUE = "crash.person";

    /** Whoever is called so is followed by somebody, who is called as they are after a prefix. */
    static final String CAUSE = "cause-";
    static final String FOLLOWER = "after-";
    /** Whoever is called so would be followed by somebody who is there already. */
    static final String REFUSED = "refused-";
    static final String TAKEN = "taken";
    /** It says so once it does. */
    static final String FOLLOWING = "following";

    private final HikariDataSource source;
    private final GroupCommit commits;
    private final JdbcFeed feed;
    private final TimeLimit limit = new TimeLimit(Duration.ofSeconds(30), 64);
    private final CommandDispatcher dispatcher;
    private final AutomationRunner runner;

    FollowUpProcess(String url, String name) {
        source = source(url, name);
        var codec = new EventCodec();
        var journal = new Journal(source, codec);
        var deciders = Deciders.onClassPath();
        commits = new GroupCommit(source, codec, MemoryClock.of(journal, InstantSource.system()),
                List.of(new RegisterWriter(codec, ZoneOffset.UTC, deciders::registers, deciders::rules)));
        var snapshots = new AggregateSnapshots(source, List.of());
        var cache = new AggregateCache(1_000);
        var register = new RegisterReader(source);
        var axon = new AxonWiring(codec,
                new JournalStorageEngine(commits, journal, snapshots, cache::reordered), cache,
                new DecisionContexts(register, FollowUpProcess::today),
                new Snapshotting(snapshots, cache, storing -> {}),
                new ChainedLoading(journal, cache)).start(deciders, journal,
                        List.of((connection, events) -> {}));
        var reader = new CommandReader(Validation.buildDefaultValidatorFactory().getValidator());
        dispatcher = new CommandDispatcher(reader,
                new EnvelopeReader(reader, new Capacities(register), FollowUpProcess::today),
                new AxonCommandExecutor(axon.commandBus(), journal), commits, journal, limit,
                new AccessOrder(new Insiders(new Accounts(source, new Passwords()), () -> List::of), source),
                new WhoMay(source, List.of(new ChangeCount("register.epoch"))));
        feed = new JdbcFeed(source, journal);
        runner = new AutomationRunner(
                Automations.of(List.of(new WhenPersonRegisteredThenRegisterAnother()),
                        List.of(new WhenPersonIsDueThenRegisterPerson())),
                feed,
                new FollowUpDispatcher(dispatcher, journal, new Problems(new Sentences()),
                        FollowUpProcess::today),
                register,
                FollowUpProcess::today, source);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static HikariDataSource source(String url, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + "&ApplicationName=" + name);
        config.setConnectionInitSql(Database.AS_APPLICATION);
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Makes a person known, as the service. */
    void register(String person) {
        dispatcher.issue(new CommandRequest(Capacities.SERVICE, "RegisterPerson",
                Json.mapper().createObjectNode().put("personId", person).put("name", "x"),
                Json.mapper().createObjectNode(), null, null, Language.en));
    }

    /** From now on it follows. */
    void start() {
        runner.start();
    }

    @Override
    public void close() {
        feed.close();
        commits.close();
        limit.close();
        source.close();
    }

    /** Follows until it is killed, or whoever started it has gone. */
    public static void main(String[] arguments) throws IOException {
        var process = new FollowUpProcess(arguments[0], arguments[1]);
        process.start();
        System.out.println(FOLLOWING);
        while (System.in.read() >= 0) {
            // Nobody has anything to say to it.
        }
        Runtime.getRuntime().halt(0);
    }

    private static final class WhenPersonRegisteredThenRegisterAnother
            implements
                Automation<PersonRegistered> {

        @Override
        public List<Command> react(PersonRegistered event, Envelope envelope, Register register) {
            var id = event.personId().value();
            if (id.startsWith(CAUSE)) {
                return List.of(new RegisterPerson(new PersonId(FOLLOWER + id), "x", null));
            }
            return id.startsWith(REFUSED)
                    ? List.of(new RegisterPerson(new PersonId(TAKEN), "x", null))
                    : List.of();
        }
    }

    private static final class WhenPersonIsDueThenRegisterPerson implements Deadline {

        @Override
        public String what() {
            return DUE;
        }

        @Override
        public Command command(Subject of, LocalDate day) {
            return new RegisterPerson(new PersonId(of.id()), "x", null);
        }
    }
}
