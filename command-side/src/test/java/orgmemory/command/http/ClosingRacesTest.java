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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.jspecify.annotations.Nullable;

/** L and M go about one thing at the same moment, in the same process or in two: what excludes itself is never both. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingRacesTest {

    private static final int TIMES = 25;

    @Autowired
    private Cast cast;
    @Autowired
    private ServletWebServerApplicationContext context;

    @BeforeAll
    void opened() {
        for (var person : List.of("L", "M")) {
            cast.joins(person);
            for (var role : List.of("BST", "MM")) {
                done(post(cast, "K", "GrantRole",
                        "{'personId':'%s','role':'%s'}".formatted(person, role)));
            }
            done(post(cast, "K", "AppointManager",
                    "{'personId':'%s','kind':'DOMAIN','tenureStart':'2016-01-01','timeSharePercent':50}"
                            .formatted(person)));
        }
        done(post(cast, "K", "OpenBudgetYear", "{'yearId':'BY-C','from':'2016-01-01','to':'2999-12-31'}"));
        done(post(cast, "K", "DraftBudgetLine",
                "{'yearId':'BY-C','lineId':'BY-C:C','title':'c','amountAgorot':0}"));
        done(post(cast, "K", "PublishFullView", "{'yearId':'BY-C'}"));
        done(post(cast, "K", "OpenCutRound",
                "{'yearId':'BY-C','roundId':'R-C','requiredAgorot':100,'cause':'less'}"));
        List.of("NAMED", "CLOSED", "RELEASED").forEach(this::open);
        done(post(cast, "K", "DraftBudgetLine", line("RELEASED", 0)));
    }

    @Test
    void a_line_is_drafted_or_its_area_closed() {
        race(cast, "area.closed", "area.not-released");
    }

    @Test
    void a_line_is_drafted_or_its_area_closed_by_another_process() {
        try (var other = CommandSide.beside(context)) {
            var there = other.getBean(Cast.class);
            there.joins("M");
            race(there, "area.closed", "area.not-released");
        }
    }

    private void race(Cast other, String... refusals) {
        for (int i = 0; i < TIMES; i++) {
            var area = area();
            one(refusals, () -> post(cast, "L", "DraftBudgetLine", line(area, 100)),
                    () -> post(other, "M", "CloseArea", "{'areaId':'%s','reason':'merged'}".formatted(area)));
        }
    }

    @Test
    void a_cut_is_proposed_or_its_area_released() {
        for (int i = 0; i < TIMES; i++) {
            var area = area();
            done(post(cast, "K", "DraftBudgetLine", line(area, 0)));
            one(new String[] {"line.area-released", "release.open-proposal"},
                    () -> post(cast, "L", "ProposeBudgetCut",
                            ("{'yearId':'BY-C','roundId':'R-C','cutId':'C-%1$s',"
                                    + "'kind':'INCOME_INCREASE','lineId':'BY-C:%1$s','amountAgorot':1,'reason':'r',"
                                    + "'expectedConsequence':'c'}").formatted(area)),
                    () -> post(cast, "M", "ReleaseArea", release(area)));
        }
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("ReviseLineDraft", "budget.line-draft-revised", "line/BY-C:C",
                        "{'yearId':'BY-C','lineId':'BY-C:C','amountAgorot':5,'reason':'r'}"),
                Arguments.of("AcknowledgeFullView", "budget.full-view-acknowledged", "budget-year/BY-C",
                        "{'yearId':'BY-C'}"),
                Arguments.of("ReleaseArea", "budget.area-released", "budget-year/BY-C", release("RELEASED")),
                Arguments.of("AdjustRequiredCut", "budget.required-cut-adjusted", "round/R-C",
                        "{'yearId':'BY-C','roundId':'R-C','requiredAgorot':90,'reason':'r'}"),
                Arguments.of("RenameArea", "people.area-renamed", "area/NAMED",
                        "{'areaId':'NAMED','name':'other'}"),
                Arguments.of("CloseArea", "people.area-closed", "area/CLOSED",
                        "{'areaId':'CLOSED','reason':'merged'}"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void of_two_who_saw_the_same_the_second_is_told_who_did_what(String command, String event, String entity,
            String body) {
        var seen = seen(command, body);
        var answers = together(() -> post(cast, "L", command, body, "If-Match", seen),
                () -> post(cast, "M", command, body, "If-Match", seen));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412);
        boolean first = answers.getFirst().statusCode() == 200;
        var lost = json(answers.get(first ? 1 : 0));
        var told = lost.get("events").get(0);
        assertThat(told.get("name").stringValue()).isEqualTo(event);
        assertThat(told.get("actor").stringValue()).isEqualTo(first ? "person/L" : "person/M");
        assertThat(lost.get("entity").stringValue()).isEqualTo(entity);
    }

    /** The version as the refusal of an impossible one says it. */
    private String seen(String command, String body) {
        var refused = post(cast, "K", command, body, "If-Match", "\"999\"");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(412);
        return refused.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void a_line_that_a_correction_gives_to_an_area_holds_it_up() {
        var area = area();
        var drafted = post(cast, "K", "DraftBudgetLine",
                "{'yearId':'BY-C','lineId':'BY-C:L-%s','title':'t','amountAgorot':1}".formatted(area));
        done(post(cast, "K", "CorrectRecord", ("{'stream':'budget-year/BY-C','eventId':'%s','reason':'r',"
                + "'replacement':{'areaId':'%s'}}")
                .formatted(json(drafted).get("after").stringValue(), area)));

        refused("area.not-released", close(area, null));
    }

    @Test
    void an_annulled_closing_leaves_the_area_open_and_a_corrected_one_moves_its_day() {
        var area = area();
        var closed = json(close(area, null)).get("after").stringValue();
        refused("area.closed", post(cast, "K", "DraftBudgetLine", line(area, 0)));
        done(post(cast, "K", "AnnulRecord",
                "{'stream':'area/%s','eventId':'%s','reason':'r'}".formatted(area, closed)));
        done(post(cast, "K", "RenameArea", "{'areaId':'%s','name':'open'}".formatted(area)));
        done(post(cast, "K", "CorrectRecord",
                "{'stream':'area/%s','eventId':'%s','reason':'r','occurredOn':'%s'}".formatted(area, closed,
                        LocalDate.now(ZoneOffset.UTC).minusDays(3))));

        refused("area.closed", post(cast, "K", "DraftBudgetLine", line(area, 0)));
        refused("area.closed", close(area, null));
    }

    @Test
    void an_import_closes_what_no_year_has_released_but_nothing_that_is_not_there() {
        var area = area();
        done(post(cast, "K", "DraftBudgetLine", line(area, 100)));
        refused("area.not-released", close(area, null));
        done(close(area, "IMPORTED"));
        done(post(cast, "K", "DraftBudgetLine", line(area + "b", 0).replace("'areaId':'" + area + "b'",
                "'areaId':'" + area + "','envelope':{'attestation':'IMPORTED'}")));
        assertThat(close("NOWHERE", "IMPORTED").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> close(String area, @Nullable String attestation) {
        return post(cast, "K", "CloseArea", "{'areaId':'%s','reason':'merged'%s}".formatted(area,
                attestation == null ? "" : ",'envelope':{'attestation':'" + attestation + "'}"));
    }

    private int areas;

    private String area() {
        var id = "CA" + areas++;
        open(id);
        return id;
    }

    private void open(String area) {
        done(post(cast, "K", "OpenArea",
                "{'areaId':'%1$s','type':'PROJECT','name':'%1$s'}".formatted(area)));
    }

    private static String line(String area, long amount) {
        return "{'yearId':'BY-C','lineId':'BY-C:%1$s','areaId':'%1$s','title':'t','amountAgorot':%2$d}"
                .formatted(area, amount);
    }

    private static String release(String area) {
        return "{'yearId':'BY-C','areaId':'%s'}".formatted(area);
    }

    /** One of both is taken, and the other one refused for the reason that there is. */
    private static void one(String[] refusals, Callable<HttpResponse<String>> first,
            Callable<HttpResponse<String>> second) {
        var answers = together(first, second);
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 422);
        var refused = answers.get(answers.getFirst().statusCode() == 422 ? 0 : 1);
        assertThat(json(refused).get("code").stringValue()).isIn((Object[]) refusals);
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

    private static void refused(String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> post(Cast cast, String person, String command, String body,
            String... headers) {
        return cast.send(cast.request(person, "/api/commands/" + command, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
