// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static orgmemory.command.http.StatusTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import orgmemory.journal.Journal;
import orgmemory.message.Subject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** Who comes with an old version is told what happened since; who names none always gets through. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionTest {

    private static final String YEAR = "{'yearId':'%s','from':'2017-01-01','to':'2017-12-31'}";

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;

    @Test
    void if_match_is_read_as_http_has_it() {
        var forecast = "{'yearId':'BY-tags','amountAgorot':5,'source':'s'}";
        assertThat(cast.post("OpenBudgetYear", YEAR.formatted("BY-tags"), "If-Match", "*").statusCode())
                .isEqualTo(412);
        cast.post("OpenBudgetYear", YEAR.formatted("BY-tags"));

        for (var none : List.of("W/\"1\"", "\"x\"", "\"\"", "W/\"1\", \"y\"")) {
            assertProblem(cast.post("RecordRevenueForecast", forecast, "If-Match", none), 412,
                    "version.none");
        }
        assertProblem(cast.post("RecordRevenueForecast", forecast, "If-Match", "\"7\", \"8\""), 412,
                "version.stale");
        for (var one : List.of("\"1\"", "\"7\", \"2\"", "\"3\", W/\"9\"", "*")) {
            var taken = cast.post("RecordRevenueForecast", forecast, "If-Match", one);
            assertThat(taken.statusCode()).as(one + taken.body()).isEqualTo(200);
        }
    }

    @Test
    void an_old_version_is_412_and_tells_what_happened_since() {
        cast.post("OpenBudgetYear", YEAR.formatted("BY-412"), "If-Match", "\"0\"");
        var taken = cast.post("RecordRevenueForecast", "{'yearId':'BY-412','amountAgorot':5,'source':'s'}",
                "If-Match",
                "\"1\"");
        var stale = cast.post("RecordRevenueForecast", "{'yearId':'BY-412','amountAgorot':6,'source':'s'}",
                "If-Match",
                "\"1\"");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertProblem(stale, 412, "version.stale");
        assertThat(stale.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(json(stale).get("version").longValue()).isEqualTo(2);
        assertThat(json(stale).get("detail").stringValue())
                .isEqualTo("budget-year/BY-412 is at version 2, no longer at version 1.");
        assertThat(json(stale).get("events").size()).isEqualTo(1);
        var since = json(stale).get("events").get(0);
        assertThat(since.get("name").stringValue()).isEqualTo("budget.forecast-recorded");
        assertThat(since.get("actor").stringValue()).isEqualTo("person/K");
        assertThat(since.get("eventId").stringValue()).isEqualTo(json(taken).get("after").stringValue());
        assertThat(StreamSupport.stream(since.propertyNames().spliterator(), false))
                .containsExactly("eventId", "name", "actor", "occurredOn", "recordedAt");
        assertThat(cast.post("OpenBudgetYear", YEAR.formatted("BY-412b"), "If-Match", "\"3\"").statusCode())
                .isEqualTo(412);
    }

    @Test
    void a_stale_version_comes_before_any_rule_and_after_the_stored_answer() {
        var year = YEAR.formatted("BY-first");
        cast.post("OpenBudgetYear", year, "If-Match", "\"0\"", "Idempotency-Key", "first");

        assertProblem(cast.post("OpenBudgetYear", year, "If-Match", "\"0\""), 412, "version.stale");
        assertThat(cast.post("OpenBudgetYear", year, "If-Match", "\"0\"", "Idempotency-Key", "first")
                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void those_who_name_no_version_all_win_in_the_end() throws Exception {
        cast.post("OpenBudgetYear", YEAR.formatted("BY-race"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 24)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            number -> () -> cast.post("RecordRevenueForecast",
                                    "{'yearId':'BY-race','amountAgorot':" + number + ",'source':'s'}"))
                    .toList());
            for (var answer : all) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
            }
        }
        assertThat(journal.version(Subject.of("budget-year/BY-race"))).isEqualTo(25);
    }

    @Test
    void of_those_who_name_the_same_version_one_wins() throws Exception {
        cast.post("OpenBudgetYear", YEAR.formatted("BY-one"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 12)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            number -> () -> cast.post("RecordRevenueForecast",
                                    "{'yearId':'BY-one','amountAgorot':" + number + ",'source':'s'}",
                                    "If-Match", "\"1\""))
                    .toList());
            int won = 0;
            for (var answer : all) {
                assertThat(answer.get().statusCode()).isIn(200, 412);
                won += answer.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void a_correction_goes_by_the_version_of_what_it_corrects() {
        cast.post("OpenBudgetYear", YEAR.formatted("BY-right"));
        var line = cast.post("DraftBudgetLine",
                "{'yearId':'BY-right','lineId':'BY-right:a','title':'t','amountAgorot':1}");
        var right = "{'stream':'budget-year/BY-right','eventId':'%s',"
                + "'replacement':{'amountAgorot':%d},'reason':'r'}";
        var event = json(line).get("after").stringValue();

        assertThat(json(line).get("version").longValue()).isEqualTo(1);
        assertThat(cast.post("CorrectRecord", right.formatted(event, 2), "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);
        var stale = cast.post("CorrectRecord", right.formatted(event, 3), "If-Match", "\"1\"");
        assertProblem(stale, 412, "version.stale");
        assertThat(json(stale).get("entity").stringValue()).isEqualTo("line/BY-right:a");
    }
}
