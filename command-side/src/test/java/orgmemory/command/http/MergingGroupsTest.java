// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.command.automation.Automations;
import orgmemory.command.group.WhenGroupsMergedThenTakeIn;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.group.GroupEndMessages.GroupsMerged;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** L and M manage and are in each pair of groups, N in the first one, and G comes to the first one as a guest. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergingGroupsTest {

    private static final int TIMES = 10;

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;
    @Autowired
    private DataSource source;
    @Autowired
    private ConfigurableApplicationContext context;

    @BeforeAll
    void managers() {
        for (var person : List.of("L-merges", "M-merges", "N-merges", "G-merges")) {
            cast.joins(person);
            done(post(cast, "K", "AppointManager",
                    "{'personId':'%s','kind':'DOMAIN','tenureStart':'2016-01-01','timeSharePercent':50}"
                            .formatted(person)));
        }
        done(post(cast, "K", "GrantRole", "{'personId':'G-merges','role':'MM'}"));
    }

    @Test
    void whoever_was_in_it_is_in_the_other_one_once_whatever_is_interrupted() {
        pair("A");
        var runner = following(context);
        var merged = merge("A1", "A2");
        done(merged);
        runner.catchUp();
        // As though the process had ended between the commands' commits and the position's.
        JdbcClient.create(source).sql("update register.automation set position = 0").update();
        try (var other = CommandSide.beside(context)) {
            following(other).catchUp();
            runner.catchUp();
        }

        var ended = stream("A1").getLast();
        assertThat(ended.event()).isInstanceOf(GroupsMerged.class);
        assertThat(stream("A2").stream()
                .filter(fact -> ended.eventId().equals(fact.envelope().causation()))
                .map(MergingGroupsTest::said)).containsExactlyInAnyOrder("N-merges", "G-merges as a guest");
        assertThat(refusals("A2")).isEmpty();
    }

    @Test
    void what_stands_against_it_is_told() {
        pair("B");
        var runner = following(context);
        done(merge("B1", "B2"));
        done(post(cast, "L-merges", "ConcludeGroup", "{'groupId':'B2','summary':'x'}"));
        runner.catchUp();

        assertThat(refusals("B2")).extracting(FollowUpRefused::rule).containsOnly("group.over");
        assertThat(stream("B2").getLast().event()).isNotInstanceOf(LearningGroupJoined.class);
    }

    @Test
    void nothing_is_merged_into_what_has_ended() {
        pair("C");
        pair("D");
        done(post(cast, "L-merges", "ConcludeGroup", "{'groupId':'C2','summary':'x'}"));
        done(merge("D1", "D2"));

        refused(merge("C1", "C2"));
        refused(merge("D2", "D1"));
        done(merge("D2", "C1"));
    }

    @Test
    void two_are_not_merged_into_each_other_at_the_same_moment() {
        try (var other = CommandSide.beside(context)) {
            var there = other.getBean(Cast.class);
            there.joins("M-merges");
            for (int i = 0; i < TIMES; i++) {
                var one = "R" + i;
                pair(one);
                var answers = together(() -> merge(cast, "L-merges", one + 1, one + 2),
                        () -> merge(there, "M-merges", one + 2, one + 1));
                assertThat(answers).extracting(HttpResponse::statusCode)
                        .containsExactlyInAnyOrder(200, 422);
                refused(answers.get(answers.getFirst().statusCode() == 422 ? 0 : 1));
            }
        }
    }

    private void pair(String id) {
        for (int i = 1; i <= 2; i++) {
            done(post(cast, "L-merges", "ProposeLearningGroup",
                    "{'groupId':'%s%d','topic':'t','relevance':'r','rhythm':'MONTHLY'}".formatted(id, i)));
            join(id + i, "L-merges", "M-merges");
        }
        join(id + 1, "N-merges", "G-merges");
    }

    private void join(String group, String... people) {
        for (var person : people) {
            done(post(cast, person, "JoinLearningGroup",
                    "{'groupId':'%s','relevance':'r'}".formatted(group)));
        }
    }

    private HttpResponse<String> merge(String group, String into) {
        return merge(cast, "L-merges", group, into);
    }

    private static HttpResponse<String> merge(Cast cast, String person, String group, String into) {
        return post(cast, person, "MergeGroups", "{'groupId':'%s','into':'%s'}".formatted(group, into));
    }

    private static AutomationRunner following(ConfigurableApplicationContext process) {
        return AutomationTest.runner(process,
                Automations.of(List.of(new WhenGroupsMergedThenTakeIn()), List.of()),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static String said(StoredEvent fact) {
        assertThat(fact.envelope().capacity()).isEqualTo(Capacity.SYS);
        var joined = (LearningGroupJoined) fact.event();
        return joined.personId() + (joined.guest() ? " as a guest" : "");
    }

    private List<StoredEvent> stream(String group) {
        return journal.stream(Subject.of("group/" + group));
    }

    private List<FollowUpRefused> refusals(String group) {
        return journal.after(0, Integer.MAX_VALUE)
                .stream()
                .flatMap(fact -> fact.event() instanceof FollowUpRefused refused
                        && refused.about().id().equals(group) ? Stream.of(refused) : Stream.empty())
                .toList();
    }

    private static List<HttpResponse<String>> together(Callable<HttpResponse<String>> first,
            Callable<HttpResponse<String>> second) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(List.of(first, second));
            return List.of(answers.getFirst().get(), answers.getLast().get());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("group.into-over");
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> post(Cast cast, String person, String command, String body) {
        return cast.send(cast.request(person, "/api/commands/" + command)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
