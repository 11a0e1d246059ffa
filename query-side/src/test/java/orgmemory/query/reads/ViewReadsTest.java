// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import orgmemory.query.budget.CutBoard;
import orgmemory.message.Json;
import orgmemory.query.budget.BudgetFacts;
import orgmemory.query.budget.RoundOf2017;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewReadsTest {

    private static final String BOARD = "/api/views/CutBoard/CR-2017-1";

    private final ReadsServer server = ReadsServer.get();

    @Test
    void a_state_comes_with_what_it_holds_for_and_the_versions_to_act_on() {
        var board = server.json(BOARD);

        assertThat(board.path("view").asString()).isEqualTo("CutBoard");
        assertThat(board.path("viewVersion").asInt()).isEqualTo(new CutBoard().version());
        assertThat(board.path("key").asString()).isEqualTo("CR-2017-1");
        assertThat(board.path("asOf").asString()).isEqualTo("2016-12-20");
        assertThat(board.path("knownOn").asLong()).isEqualTo(ReadsServer.HEAD);
        assertThat(board.path("position").asLong()).isEqualTo(ReadsServer.HEAD);
        assertThat(board.path("version").asLong()).isEqualTo(2);
        assertThat(board.path("versions").path("cut/C-D1").asLong()).isEqualTo(2);
        assertThat(board.path("versions").path("transfer/S-01").asLong()).isEqualTo(3);
        assertThat(board.path("state").path("acceptedAgorot").asLong()).isEqualTo(BudgetFacts.agorot(1300));
    }

    @Test
    void the_board_says_of_every_day_what_it_said_at_its_end() {
        var expected = new TreeMap<LocalDate, List<Long>>();
        RoundOf2017.BOARD.lines()
                .map(row -> row.split(" +"))
                .forEach(row -> expected.put(LocalDate.parse(row[0]),
                        List.of(Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[3]))));

        expected.firstKey().datesUntil(expected.lastKey().plusDays(1)).forEach(day -> {
            var state = server.json(BOARD + "?asOf=" + day).path("state");
            assertThat(List.of(thousands(state, "acceptedAgorot"), thousands(state, "pendingAgorot"),
                    thousands(state, "gapAgorot"))).as("on %s", day)
                    .isEqualTo(expected.floorEntry(day).getValue());
        });
    }

    private static long thousands(JsonNode state, String field) {
        return state.path(field).asLong() / BudgetFacts.agorot(1);
    }

    @Test
    void a_past_read_carries_no_version_to_act_on() {
        var board = server.json(BOARD + "?asOf=2016-11-20");

        assertThat(board.has("version")).isFalse();
        assertThat(board.has("versions")).isFalse();
        assertThat(board.path("asOf").asString()).isEqualTo("2016-11-20");
    }

    @Test
    void what_was_recorded_late_was_not_known_before() {
        var january = "/api/views/MovementTotals/BY2012?asOf=2012-01-31";

        assertThat(requests(january)).isEqualTo(2);
        assertThat(requests(january + "&knownOn=2016-12-14")).isEqualTo(1);
        assertThat(requests(january + "&knownOn=2016-12-15")).isEqualTo(2);
        assertThat(requests(january + "&knownOn=2016-12-15T11:00:00Z")).isEqualTo(1);
        assertThat(requests(january + "&knownOn=" + (ReadsServer.HEAD - 1))).isEqualTo(1);
        assertThat(requests("/api/views/MovementTotals/BY2012?asOf=2012-01-19")).isEqualTo(1);
        assertThat(server.get("/api/views/MovementTotals/BY2012:CUT?knownOn=2016-12-14").statusCode())
                .isEqualTo(404);
    }

    private long requests(String path) {
        return server.json(path).path("state").path("requests").asLong();
    }

    @Test
    void what_did_not_exist_then_is_not_found() {
        assertThat(server.get(BOARD + "?asOf=2016-10-19").statusCode()).isEqualTo(404);
        assertThat(server.get(BOARD + "?knownOn=2016-10-19").statusCode()).isEqualTo(404);
        assertThat(server.get(BOARD + "?knownOn=0").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/views/CutBoard/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/views/CutBoard/no%20id%00").statusCode()).isIn(400, 404);
        assertThat(server.get("/api/views/Nothing/CR-2017-1").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/views/Nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void days_and_positions_to_come_or_of_another_form_are_refused_by_name() {
        for (var wrong : List.of("asOf=2016-12-21", "asOf=30.11.16", "asOf=", "knownOn=2016-12-21",
                "knownOn=2016-12-20T10:00:01Z", "knownOn=" + (ReadsServer.HEAD + 1), "knownOn=-1",
                "knownOn=soon", "colour=red", "asOf=2016-11-01&asOf=2016-11-02", "format=pdf", "after=")) {
            var answer = server.get(BOARD + "?" + wrong);

            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(problem(answer).path("errors").path(0).path("field").asString()).as(wrong)
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void problems_speak_the_language_of_the_reader() {
        var hebrew = server.get(BOARD + "?asOf=2016-12-21", "Accept-Language", "he");
        var english = server.get("/api/views/Nothing", "Accept-Language", "en");

        assertThat(hebrew.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(problem(hebrew).path("errors").path(0).path("message").asString()).isEqualTo("טרם הגיע");
        assertThat(problem(english).path("detail").asString()).isEqualTo("There is no view called Nothing.");
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    @Test
    void a_read_waits_for_what_was_just_written() {
        assertThat(server.get(BOARD + "?after=event-" + ReadsServer.HEAD).statusCode()).isEqualTo(200);

        var never = server.get(BOARD + "?after=never-recorded");
        assertThat(never.statusCode()).isEqualTo(503);
        assertThat(never.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void a_path_is_found_however_it_is_written() {
        var answer = server.get(BOARD.replace("/api/views/", "/api/vi%65ws/"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(server.get(BOARD).body());
        assertThat(server.get(BOARD.replace("/api/views/", "/api/vi%66ws/")).statusCode()).isEqualTo(404);
    }

    @Test
    void who_shows_no_token_reads_nothing() {
        assertThat(server.getAsNobody(BOARD).statusCode()).isEqualTo(401);
        assertThat(server.getAsNobody("/api/views").statusCode()).isEqualTo(401);
        assertThat(server.getAsNobody("/api/record").statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_that_cannot_be_read_is_not_acceptable() {
        assertThat(server.get(BOARD, "Accept", "nonsense").statusCode()).isEqualTo(406);
    }

    @Test
    void views_are_read_and_never_posted_to() {
        assertThat(server.post(BOARD, false).statusCode()).isEqualTo(405);
    }

    @Test
    void the_same_answer_is_not_sent_twice() {
        for (var path : List.of(BOARD, BOARD + "?asOf=2016-11-20", "/api/views/CutBoard", "/api/views",
                BOARD + "?asOf=2016-11-20&knownOn=2016-12-01", "/api/record?limit=2")) {
            var first = server.get(path);
            var tag = first.headers().firstValue("ETag").orElseThrow();
            var again = server.get(path, "If-None-Match", tag);

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void another_form_language_or_day_has_another_tag() {
        var tags = new ArrayList<String>();
        for (var answer : List.of(server.get(BOARD), server.get(BOARD, "Accept-Language", "en"),
                server.get(BOARD, "Accept", "text/csv"), server.get(BOARD + "?asOf=2016-11-20"),
                server.get(BOARD + "?asOf=2016-11-21"), server.get(BOARD + "?knownOn=2016-11-20"))) {
            tags.add(answer.headers().firstValue("ETag").orElseThrow());
        }
        assertThat(tags).doesNotHaveDuplicates();
    }
}
