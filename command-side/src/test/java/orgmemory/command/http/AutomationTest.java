// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.StatusTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.command.Refused;
import orgmemory.command.automation.Automation;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.command.automation.Automations;
import orgmemory.command.automation.FollowUpDispatcher;
import orgmemory.command.register.Register;
import orgmemory.command.register.RegisterReader;
import orgmemory.journal.Feed;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What follows of itself: once, whatever ends in between, and never of what was recorded before it began. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutomationTest {

    private static final LocalDate DUE_DAY = LocalDate.of(2026, 1, 31);

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;
    @Autowired
    private DataSource source;
    @Autowired
    private ConfigurableApplicationContext context;
    private String id = "";

    /** Each test has a body of its own. */
    @BeforeEach
    void name(TestInfo test) {
        id = "b-" + test.getTestMethod().orElseThrow().getName().hashCode();
    }

    /** A person of the same id becomes known with each body. */
    private static Automation<BodyRegistered> welcome() {
        class WhenBodyRegisteredThenRegisterPerson implements Automation<BodyRegistered> {

            @Override
            public List<Command> react(BodyRegistered event, Envelope envelope, Register register) {
                return List.of(new RegisterPerson(new PersonId(event.bodyId().value()), "Somebody", null));
            }
        }
        return new WhenBodyRegisteredThenRegisterPerson();
    }

    private static Automation<BodyRegistered> broken(AtomicBoolean mended) {
        class WhenBodyRegisteredThenFail implements Automation<BodyRegistered> {

            @Override
            public List<Command> react(BodyRegistered event, Envelope envelope, Register register) {
                if (!mended.get()) {
                    throw new IllegalStateException("An inner detail");
                }
                return List
                        .of(new RegisterPerson(new PersonId(event.bodyId() + "-mended"), "Somebody", null));
            }
        }
        return new WhenBodyRegisteredThenFail();
    }

    @Test
    void a_fact_is_followed_once_and_the_command_says_by_what() {
        var runner = following(welcome());
        var body = body();
        runner.catchUp();
        runner.catchUp();

        var envelope = only("person/" + id).envelope();
        assertThat(envelope.causation()).isEqualTo(body.eventId());
        assertThat(envelope.actor()).hasToString("service/memory");
        assertThat(envelope.capacity()).isEqualTo(Capacity.SYS);
        assertThat(envelope.occurredOn()).isEqualTo(body.envelope().occurredOn());
    }

    @Test
    void what_was_recorded_before_it_began_is_not_followed() {
        class WhenBodyRegisteredThenBeginLater implements Automation<BodyRegistered> {

            @Override
            public List<Command> react(BodyRegistered event, Envelope envelope, Register register) {
                return welcome().react(event, envelope, register);
            }
        }
        body();
        following(new WhenBodyRegisteredThenBeginLater()).catchUp();

        assertThat(stream("person/" + id)).isEmpty();
    }

    @Test
    void whoever_goes_on_after_an_interruption_repeats_nothing() {
        var runner = following(welcome());
        body();
        runner.catchUp();
        // As though the process had ended between the command's commit and the position's.
        JdbcClient.create(source).sql("update register.automation set position = 0").update();
        try (var other = CommandSide.beside(context)) {
            following(other, welcome()).catchUp();
            runner.catchUp();
        }

        assertThat(stream("person/" + id)).hasSize(1);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void of_two_processes_at_once_one_does_it() throws InterruptedException {
        try (var other = CommandSide.beside(context)) {
            var here = following(welcome());
            var there = following(other, welcome());
            for (int i = 0; i < 10; i++) {
                cast.post("RegisterBody", "{'bodyId':'%s-%d','name':'x'}".formatted(id, i));
            }
            var threads = Stream.of(here, there)
                    .map(each -> Thread.ofVirtual().start(each::catchUp))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
        }

        for (int i = 0; i < 10; i++) {
            assertThat(stream("person/%s-%d".formatted(id, i))).hasSize(1);
        }
        assertThat(refusals()).isEmpty();
    }

    @Test
    void what_a_rule_stands_against_is_recorded_once_until_somebody_has_seen_to_it() {
        cast.asService("RegisterPerson", "{'personId':'%s','name':'Somebody'}".formatted(id));
        var runner = following(welcome());
        var body = body();
        runner.catchUp();
        JdbcClient.create(source).sql("update register.automation set position = 0").update();
        following(welcome()).catchUp();

        assertThat(refusals()).singleElement().satisfies(fact -> {
            assertThat(fact.envelope().causation()).isEqualTo(body.eventId());
            var refused = (FollowUpRefused) fact.event();
            assertThat(refused.about()).hasToString("person/" + id);
            assertThat(refused.automation()).isEqualTo("WhenBodyRegisteredThenRegisterPerson");
            assertThat(refused.command()).isEqualTo("RegisterPerson");
            assertThat(refused.rule()).isEqualTo("person.exists");
            assertThat(refused.english()).contains(id).matches("\\p{ASCII}+");
            assertThat(refused.hebrew()).contains(id).containsPattern("[א-ת]");
        });
        var settled = "{'followUpId':'%s','how':'Known already'}"
                .formatted(refusals().getFirst().entity().id());
        assertThat(cast.post("SettleFollowUp", settled).statusCode()).isEqualTo(200);
        assertThat(cast.post("SettleFollowUp", settled).body()).contains("follow-up.settled");
        assertProblem(cast.post("SettleFollowUp", "{'followUpId':'none','how':'x'}"), 404,
                "follow-up.unknown");
        var again = Json.mapper().valueToTree(refusals().getFirst().event()).toString();
        Refused.with(Rejected.Kind.EXISTS, "follow-up.exists",
                () -> cast.asService("RecordRefusedFollowUp", again));
    }

    @Test
    void what_goes_wrong_with_one_stops_no_other_and_is_made_good_later() {
        var mended = new AtomicBoolean();
        var runner = following(broken(mended), welcome());
        body();
        runner.catchUp();
        assertThat(stream("person/" + id)).hasSize(1);
        assertThat(stream("person/" + id + "-mended")).isEmpty();

        mended.set(true);
        following(broken(mended)).catchUp();
        assertThat(stream("person/" + id + "-mended")).hasSize(1);
    }

    private AutomationRunner following(Automation<?>... automations) {
        return following(context, automations);
    }

    private static AutomationRunner following(ConfigurableApplicationContext process,
            Automation<?>... automations) {
        return runner(process, Automations.of(List.of(automations), List.of()), DUE_DAY);
    }

    static AutomationRunner runner(ConfigurableApplicationContext process, Automations automations,
            LocalDate today) {
        var source = process.getBean(DataSource.class);
        return new AutomationRunner(automations, process.getBean(Feed.class),
                process.getBean(FollowUpDispatcher.class),
                new RegisterReader(source), () -> today, source);
    }

    private StoredEvent body() {
        cast.post("RegisterBody", "{'bodyId':'%s','name':'x'}".formatted(id));
        return only("body/" + id);
    }

    private StoredEvent only(String stream) {
        assertThat(stream(stream)).hasSize(1);
        return stream(stream).getFirst();
    }

    private List<StoredEvent> stream(String stream) {
        return journal.stream(Subject.of(stream));
    }

    private List<StoredEvent> refusals() {
        return journal.after(0, Integer.MAX_VALUE)
                .stream()
                .filter(fact -> fact.event() instanceof FollowUpRefused refused
                        && refused.about().id().startsWith(id))
                .toList();
    }
}
