// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import orgmemory.access.ChangeCount;
import orgmemory.access.FormCheck;
import orgmemory.access.Rights;
import orgmemory.access.WhoMay;
import orgmemory.access.account.AccessRecord;
import orgmemory.access.account.Insiders;
import orgmemory.command.Capacities;
import orgmemory.command.Deciders;
import orgmemory.command.http.CommandRequest;
import orgmemory.command.http.AccessOrder;
import orgmemory.command.http.BatchDispatcher;
import orgmemory.command.http.CommandForm;
import orgmemory.command.http.CommandDispatcher;
import orgmemory.command.http.CommandReader;
import orgmemory.command.http.CommandExecutor;
import orgmemory.command.http.EnvelopeReader;
import orgmemory.command.http.TimeLimit;
import orgmemory.command.register.AccessWriter;
import orgmemory.command.register.ChainedRegister;
import orgmemory.command.register.Register;
import orgmemory.command.register.RegisterReader;
import orgmemory.command.register.RegisterWriter;
import orgmemory.journal.AppendCompanion;
import orgmemory.access.Problems;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.command.automation.Automations;
import orgmemory.command.automation.FollowUpDispatcher;
import orgmemory.journal.Feed;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.journal.axon.AggregateSnapshots.Form;
import orgmemory.message.Capacity;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * The command side for any application that imports it. The application gives a {@link DataSource} of the application's
 * role with the tables of journal, register and access in place, a {@link Journal}, its {@link MemoryClock} and the
 * institute's {@link ZoneId}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan("orgmemory.command.http")
public class CommandWiring {

    /** So many aggregates are kept at hand; the larger ones, budget years, take some hundred kilobytes each. */
    private static final int AGGREGATES_AT_HAND = 1_000;

    private static final int SNAPSHOTS_WAITING = 16;

    private final EventCodec codec = new EventCodec();
    private final Deciders deciders = Deciders.onClassPath();

    /** The present day in the institute's time zone. */
    interface Today extends Supplier<LocalDate> {
    }

    @Bean
    Today today(ZoneId zone, MemoryClock clock) {
        return () -> LocalDate.ofInstant(clock.instant(), zone);
    }

    @Bean
    Register register(DataSource source, WhoMay whoMay) {
        return new ChainedRegister(new RegisterReader(source, whoMay), source, deciders::registers);
    }

    @Bean
    ChangeCount changesOfTheRegister() {
        return new ChangeCount("register.epoch");
    }

    /** The register's rows are written in the commit of the events that say them. */
    @Bean
    AppendCompanion registerWriter(ZoneId zone) {
        return new RegisterWriter(codec, zone, deciders::registers, deciders::rules);
    }

    /** So are those of accounts, links and tokens. */
    @Bean
    AppendCompanion accessWriter() {
        return new AccessWriter();
    }

    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(DataSource source, List<AppendCompanion> companions, MemoryClock clock) {
        return new GroupCommit(source, codec, clock, companions);
    }

    @Bean
    AggregateCache aggregateCache() {
        return new AggregateCache(AGGREGATES_AT_HAND);
    }

    @Bean
    JournalStorageEngine storageEngine(GroupCommit commits, Journal journal,
            AggregateCache cache, AggregateSnapshots snapshots) {
        return new JournalStorageEngine(commits, journal, snapshots, cache::reordered);
    }

    @Bean
    AggregateSnapshots snapshots(DataSource source) {
        return new AggregateSnapshots(source, deciders.all()
                .stream()
                .map(kind -> new Form(kind.name(), kind.decider().revision(), kind.state()))
                .toList());
    }

    @Bean
    Snapshotting snapshotting(AggregateSnapshots snapshots, AggregateCache cache,
            ExecutorService snapshotStorer) {
        return new Snapshotting(snapshots, cache, snapshotStorer);
    }

    /** One thread, since a snapshot only saves time; what finds no place is kept another time. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotStorer() {
        return new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(SNAPSHOTS_WAITING),
                Thread.ofPlatform().name("snapshots").daemon().factory());
    }

    @Bean(destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(JournalStorageEngine engine, Journal journal,
            AggregateCache cache, Register register, Today today, Snapshotting snapshotting,
            List<AppendCompanion> companions) {
        return new AxonWiring(codec, engine, cache, new DecisionContexts(register, today), snapshotting,
                new ChainedLoading(journal, cache)).start(deciders, journal, companions);
    }

    @Bean
    EventStore eventStore(org.axonframework.config.Configuration axon) {
        return axon.eventStore();
    }

    @Bean
    CommandExecutor executor(org.axonframework.config.Configuration axon, Journal journal) {
        return new AxonCommandExecutor(axon.commandBus(), journal);
    }

    @Bean(destroyMethod = "close")
    TimeLimit timeLimit(@Value("${memory.commands.time-limit:10s}") Duration atMost,
            @Value("${memory.commands.under-way:512}") int places) {
        return new TimeLimit(atMost, places);
    }

    @Bean
    Capacities capacities(Register register) {
        return new Capacities(register);
    }

    @Bean
    FormCheck formCheck(Validator validator) {
        return new CommandForm(validator);
    }

    @Bean
    CommandDispatcher commandDispatcher(Validator validator, Capacities capacities, CommandExecutor executor,
            GroupCommit commits,
            Journal journal, TimeLimit limit, Today today, AccessOrder order,
            WhoMay whoMay) {
        var reader = new CommandReader(validator);
        var envelopes = new EnvelopeReader(reader, capacities, today);
        return new CommandDispatcher(reader, envelopes, executor, commits, journal, limit, order, whoMay);
    }

    @Bean
    AccessOrder accessOrder(Insiders insiders, DataSource source) {
        return new AccessOrder(insiders, source);
    }

    @Bean
    AccessRecord accessRecord(CommandDispatcher dispatcher) {
        return (actor, command) -> dispatcher.issueThroughAccess(new CommandRequest(actor.subject(),
                command.getClass().getSimpleName(), Json.mapper().valueToTree(command),
                Json.mapper().createObjectNode(), null, null, Language.he));
    }

    @Bean
    BatchDispatcher batchDispatcher(CommandDispatcher dispatcher, GroupCommit commits, TimeLimit limit) {
        return new BatchDispatcher(dispatcher, commits, limit);
    }

    @Bean
    FollowUpDispatcher followUpDispatcher(CommandDispatcher dispatcher, Journal journal, Problems problems,
            Today today) {
        return new FollowUpDispatcher(dispatcher, journal, problems, today);
    }

    @Bean
    Automations automations() {
        return Automations.onClassPath();
    }

    /** It asks the register itself: nobody has looked for it who may do what. */
    @Bean(destroyMethod = "close")
    AutomationRunner automationRunner(Automations automations, Feed feed,
            FollowUpDispatcher followUpDispatcher, Today today,
            DataSource source) {
        return new AutomationRunner(automations, feed, followUpDispatcher, new RegisterReader(source), today,
                source);
    }

    /** Not before all stands: by then a story that is to be told has set its clock, which never goes back. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> automationsBegin(AutomationRunner runner) {
        return _ -> runner.start();
    }

    @Bean
    Rights rights(Capacities capacities, Today today) {
        return new Rights() {

            @Override
            public Set<Capacity> of(PersonId person) {
                return capacities.held(person, today.get());
            }

            @Override
            public Set<Subject> memberships(PersonId person) {
                return capacities.memberships(person, today.get());
            }

            @Override
            public LocalDate today() {
                return today.get();
            }
        };
    }
}
