// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Who manages no more leaves their groups, of itself and once. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeavingGroupsTest {

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;
    @Autowired
    private DataSource source;
    @Autowired
    private AutomationRunner runner;
    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void who_manages_no_more_leaves_all_groups_once_whoever_goes_on_after_a_restart() {
        appoint("w-1");
        appoint("w-2");
        for (var group : List.of("WG-1", "WG-2")) {
            imports("ProposeLearningGroup", "2026-01-02",
                    "'groupId':'%s','topic':'x','relevance':'x','rhythm':'MONTHLY'".formatted(group));
            join(group, "w-1");
            join(group, "w-2");
        }
        imports("EndAppointment", "2026-02-01", "'personId':'w-1'");
        runner.catchUp();
        // As though the process had ended before it could write how far it has read, and another begins there.
        JdbcClient.create(source).sql("update register.automation set position = 0").update();
        try (var other = CommandSide.beside(context)) {
            other.getBean(AutomationRunner.class).catchUp();
        }

        for (var group : List.of("WG-1", "WG-2")) {
            assertThat(left(group)).singleElement().satisfies(fact -> {
                assertThat(((GroupLeft) fact.event()).personId()).hasToString("w-1");
                assertThat(fact.envelope().capacity()).isEqualTo(Capacity.SYS);
                assertThat(fact.envelope().causation()).isEqualTo(ended("w-1").eventId());
                assertThat(fact.envelope().occurredOn()).hasToString("2026-02-01");
            });
        }
        assertThat(journal.after(0, Integer.MAX_VALUE))
                .noneMatch(fact -> fact.event() instanceof FollowUpRefused refused
                        && refused.about().id().startsWith("WG-"));
    }

    @Test
    void who_was_appointed_anew_stays_in_what_they_joined_since() {
        appoint("w-3");
        imports("ProposeLearningGroup", "2026-01-02",
                "'groupId':'WG-3','topic':'x','relevance':'x','rhythm':'MONTHLY'");
        var facts = journal.after(0, Integer.MAX_VALUE).size();
        imports("EndAppointment", "2026-02-01", "'personId':'w-3'");
        imports("AppointManager", "2026-02-05",
                "'personId':'w-3','kind':'DOMAIN','tenureStart':'2026-01-01','timeSharePercent':50");
        join("WG-3", "2026-02-06", "w-3");
        JdbcClient.create(source)
                .sql("update register.automation set position = ?")
                .param(facts)
                .update();
        try (var other = CommandSide.beside(context)) {
            other.getBean(AutomationRunner.class).catchUp();
        }

        assertThat(left("WG-3")).isEmpty();
    }

    private void appoint(String person) {
        imports("RegisterPerson", "2026-01-01", "'personId':'%s','name':'x'".formatted(person));
        imports("AppointManager", "2026-01-01",
                "'personId':'%s','kind':'DOMAIN','tenureStart':'2026-01-01','timeSharePercent':50"
                        .formatted(person));
    }

    private void join(String group, String person) {
        join(group, "2026-01-03", person);
    }

    private void join(String group, String day, String person) {
        imports("JoinLearningGroup", day,
                "'groupId':'%s','relevance':'x','personId':'%s'".formatted(group, person));
    }

    private void imports(String command, String day, String fields) {
        var answer = cast.post(command,
                "{%s,'envelope':{'occurredOn':'%s','attestation':'IMPORTED'}}".formatted(fields, day));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private StoredEvent ended(String person) {
        return journal.stream(Subject.of("manager/" + person))
                .stream()
                .filter(fact -> fact.event() instanceof ManagerAppointmentEnded)
                .findFirst()
                .orElseThrow();
    }

    private List<StoredEvent> left(String group) {
        return journal.stream(Subject.of("group/" + group))
                .stream()
                .filter(fact -> fact.event() instanceof GroupLeft)
                .toList();
    }
}
