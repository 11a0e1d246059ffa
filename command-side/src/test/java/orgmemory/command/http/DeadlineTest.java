// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.command.automation.Automations;
import orgmemory.command.automation.Deadline;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
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

/** What is asked for when a day has come: once, and never before. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineTest {

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

    /** Each test has a body of its own, and nothing else is due. */
    @BeforeEach
    void name(TestInfo test) {
        id = "d-" + test.getTestMethod().orElseThrow().getName().hashCode();
        JdbcClient.create(source).sql("delete from register.row where kind = 'DUE'").update();
    }

    private static Deadline impossible() {
        class WhenImpossibleIsDueThenFail implements Deadline {

            @Override
            public String what() {
                return "impossible";
            }

            @Override
            public Command command(Subject of, LocalDate day) {
                throw new IllegalStateException("An inner detail");
            }
        }
        return new WhenImpossibleIsDueThenFail();
    }

    private static Deadline welcomeOnTheDay() {
        class WhenWelcomeIsDueThenRegisterPerson implements Deadline {

            @Override
            public String what() {
                return "welcome";
            }

            @Override
            public Command command(Subject of, LocalDate day) {
                return new RegisterPerson(new PersonId(of.id()), "Somebody", null);
            }
        }
        return new WhenWelcomeIsDueThenRegisterPerson();
    }

    @Test
    void a_deadline_is_met_on_its_day_and_not_before() {
        due(DUE_DAY);
        meeting(DUE_DAY.minusDays(1)).catchUp();
        assertThat(stream("person/" + id)).isEmpty();

        meeting(DUE_DAY).catchUp();
        meeting(DUE_DAY.plusDays(1)).catchUp();
        assertThat(only("person/" + id).envelope().occurredOn()).isEqualTo(DUE_DAY);
        assertThat(only("person/" + id).envelope().causation()).isEqualTo("cause-" + id);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_deadline_that_is_met_late_counts_from_its_day_and_its_refusal_is_recorded_once() {
        cast.asService("RegisterPerson", "{'personId':'%s','name':'Somebody'}".formatted(id));
        due(DUE_DAY);
        meeting(LocalDate.now(ZoneOffset.UTC)).catchUp();
        meeting(LocalDate.now(ZoneOffset.UTC).plusDays(1)).catchUp();

        assertThat(refusals()).hasSize(1);
    }

    @Test
    void what_cannot_be_met_keeps_no_other_waiting() {
        due(DUE_DAY, "impossible");
        due(DUE_DAY);
        meeting(DUE_DAY).catchUp();

        assertThat(stream("person/" + id)).hasSize(1);
    }

    private void due(LocalDate day) {
        due(day, "welcome");
    }

    private void due(LocalDate day, String what) {
        var key = "body/" + id + "#" + what;
        var jdbc = JdbcClient.create(source);
        jdbc.sql("insert into register.row (kind, key, from_day) values ('DUE', ?, ?)")
                .params(key, day)
                .update();
        jdbc.sql(
                """
                        insert into register.entry (kind, key, event_id, origin, position, stands, occurred_on, from_day)
                        values ('DUE', ?, ?, 1, 1, true, ?, ?)
                        """)
                .params(key, "cause-" + id, day, day)
                .update();
    }

    private AutomationRunner meeting(LocalDate today) {
        return AutomationTest.runner(context,
                Automations.of(List.of(), List.of(impossible(), welcomeOnTheDay())), today);
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
