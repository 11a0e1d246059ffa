// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static orgmemory.command.http.StatusTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import orgmemory.journal.Journal;
import orgmemory.message.Subject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A repeated command acts once. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnceTest {

    private static final String YEAR = "{'yearId':'%s','from':'2017-01-01','to':'2017-12-31'}";

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;
    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void a_repeated_command_acts_once_and_gets_the_same_answer() {
        var first = cast.post("RegisterPerson", "{'name':'Once'}", "Idempotency-Key", "once");
        long head = journal.head();
        var second = cast.post("RegisterPerson", "{'name':'Once'}", "Idempotency-Key", "once");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(journal.head()).isEqualTo(head);
    }

    @Test
    void fields_in_another_order_are_the_same_command() {
        var first = cast.post("OpenBudgetYear", YEAR.formatted("BY-order"), "Idempotency-Key", "order");
        var second = cast.post("OpenBudgetYear",
                "{'to':'2017-12-31','yearId':'BY-order', 'from':'2017-01-01'}",
                "Idempotency-Key", "order");

        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void twins_at_the_same_moment_get_the_same_answer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> twin = () -> cast.post("OpenBudgetYear",
                    YEAR.formatted("BY-twins"),
                    "Idempotency-Key", "twins");
            var answers = threads.invokeAll(IntStream.range(0, 16).mapToObj(number -> twin).toList());
            var first = answers.getFirst().get().body();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
                assertThat(answer.get().body()).isEqualTo(first);
            }
        }
        assertThat(journal.version(Subject.of("budget-year/BY-twins"))).isEqualTo(1);
    }

    @Test
    void another_command_under_the_same_key_is_422() {
        cast.post("RegisterPerson", "{'name':'A'}", "Idempotency-Key", "other");

        assertProblem(cast.post("RegisterPerson", "{'name':'B'}", "Idempotency-Key", "other"), 422,
                "idempotency.other-body");
        assertProblem(cast.post("RegisterBody", "{'name':'A'}", "Idempotency-Key", "other"), 422,
                "idempotency.other-body");
        assertProblem(
                cast.post("RegisterPerson", "{'name':'A','envelope':{'language':'en'}}", "Idempotency-Key",
                        "other"),
                422, "idempotency.other-body");
    }

    @Test
    void a_key_belongs_to_its_actor() {
        var keepers = cast.post("RegisterPerson", "{'name':'A'}", "Idempotency-Key", "own");
        var services = cast.asService("RegisterPerson", "{'name':'A'}", "own");

        assertThat(services.id()).isNotEqualTo(json(keepers).get("id").stringValue());
    }

    @Test
    void a_refusal_is_not_remembered() {
        var view = "{'yearId':'BY-later'}";
        assertProblem(cast.post("PublishFullView", view, "Idempotency-Key", "later"), 404,
                "budget-year.unknown");
        cast.post("OpenBudgetYear", YEAR.formatted("BY-later"));
        cast.post("DraftBudgetLine",
                "{'yearId':'BY-later','lineId':'BY-later:a','title':'t','amountAgorot':1}");

        assertThat(cast.post("PublishFullView", view, "Idempotency-Key", "later").statusCode())
                .isEqualTo(200);
        assertThat(cast.post("PublishFullView", view, "Idempotency-Key", "later").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_same_answer_comes_from_another_process_too() {
        var first = cast.post("RegisterPerson", "{'name':'Two'}", "Idempotency-Key", "two");
        try (var other = CommandSide.beside(context)) {
            var again = other.getBean(Cast.class)
                    .post("RegisterPerson", "{'name':'Two'}", "Idempotency-Key", "two");
            assertThat(again.body()).isEqualTo(first.body());
        }
    }

    @Test
    void a_refusal_never_rests_on_what_another_process_has_changed() {
        cast.post("OpenBudgetYear", YEAR.formatted("BY-two"));
        try (var other = CommandSide.beside(context)) {
            other.getBean(Cast.class)
                    .post("DraftBudgetLine",
                            "{'yearId':'BY-two','lineId':'BY-two:a','title':'t','amountAgorot':1}");
        }
        // The year in this process's cache has no lines, so it would refuse.
        assertThat(cast.post("PublishFullView", "{'yearId':'BY-two'}").statusCode()).isEqualTo(200);
    }
}
