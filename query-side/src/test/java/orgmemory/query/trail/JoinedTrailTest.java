// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orgmemory.message.Json;
import orgmemory.query.screen.PageServer;
import tools.jackson.databind.JsonNode;

/** A trail joins a thing's facts with those of what served it, the same for people and for programs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoinedTrailTest {

    private static JsonNode trail(String query) {
        var answer = PageServer.full().get("/api/record?trail=" + query, "D4", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static List<JsonNode> items(String query) {
        return trail(query).required("items").valueStream().toList();
    }

    private static Set<String> consultations(String query) {
        return items(query).stream()
                .map(item -> item.required("stream").stringValue())
                .filter(stream -> stream.startsWith("consultation/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode item(String query, String name) {
        return items(query).stream()
                .filter(item -> item.required("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"round/CR-2017-1, consultation/C-07", "cut/C-RES, consultation/C-07",
            "line/BY2017:RES, consultation/C-07", "cut/C-D1, ''", "round/CR-2017-1&asOf=2016-11-10, ''",
            "round/CR-2017-1&knownOn=2016-11-10, ''"})
    void it_holds_the_consultations_that_served_it_and_none_of_others(String trail, String consultation) {
        assertThat(consultations(trail)).isEqualTo(consultation.isEmpty() ? Set.of() : Set.of(consultation));
        assertThat(trail(trail).required("joined")).hasSize(consultation.isEmpty() ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"round/CR-2017-1", "cut/C-RES", "cut/C-LATE", "cut/C-NEVER", "consultation/C-07"})
    void a_page_and_a_file_hold_the_same_facts_as_the_answer_to_a_program(String thing) {
        var positions = items(thing).stream().map(item -> item.required("position").asLong()).toList();
        var page = PageServer.full().page("/trail/" + thing, "D4");
        assertThat(positions).isNotEmpty()
                .allSatisfy(position -> assertThat(page).contains("id=\"e" + position + "\""));
        assertThat(page.split("<li class=\"ev", -1)).hasSize(positions.size() + 1);
        var file = PageServer.full().get("/trail/" + thing + "?format=json", "D4", "en").body();
        assertThat(Json.mapper().readTree(file).required("rows")).hasSize(positions.size());
    }

    @Test
    void each_says_through_what_it_is_joined() {
        assertThat(item("round/CR-2017-1", "consultation.advice-given").required("through").stringValue())
                .isEqualTo("consultation/C-07");
        assertThat(item("round/CR-2017-1", "budget.cut-proposed").has("through")).isFalse();
        assertThat(PageServer.full().page("/trail/round/CR-2017-1", "D4")).contains("joined through");
    }

    @Test
    void the_days_of_what_is_joined_stand_on_its_rail() {
        assertThat(PageServer.full().page("/trail/cut/C-RES", "D4")).contains("data-day=\"2016-11-01\"");
        assertThat(PageServer.full().page("/trail/cut/C-D1", "D4")).doesNotContain("data-day=\"2016-11-01\"");
    }

    @Test
    void it_tells_who_for_whom_when_what_it_moved_and_what_it_answers() {
        var late = item("cut/C-LATE", "budget.cut-proposed");
        assertThat(late.required("actor").stringValue()).isEqualTo("person/D4");
        assertThat(late.required("capacity").stringValue()).isEqualTo("MGR");
        assertThat(late.required("onBehalfOf").stringValue()).isEqualTo("body/board");
        assertThat(late.required("occurredOn").stringValue()).isEqualTo("2016-11-04");
        assertThat(late.required("recordedAt").stringValue()).startsWith("2016-12-15");
        var accepted = item("cut/C-D1", "budget.cut-accepted");
        assertThat(accepted.required("changes").valueStream())
                .anySatisfy(gap -> assertThat(gap.required("before").toString()).isEqualTo("130000000"));
        assertThat(accepted.required("answers").required("name").stringValue())
                .isEqualTo("budget.cut-proposed");
        assertThat(item("consultation/C-07", "consultation.advice-answered").required("answers")
                .required("name")
                .stringValue()).isEqualTo("consultation.advice-given");
    }

    @Test
    void what_put_a_fact_right_says_what_it_said_and_says() {
        var correction = item("cut/C-LATE", "budget.cut-proposed").required("corrections").get(0);
        assertThat(correction.required("fields").valueStream().map(JsonNode::toString)).containsExactly(
                "{\"field\":\"occurredOn\",\"before\":\"2016-11-05\",\"after\":\"2016-11-04\"}",
                "{\"field\":\"amountAgorot\",\"before\":3000000,\"after\":5000000}");
        assertThat(item("cut/C-NEVER", "budget.cut-proposed").required("annulled").booleanValue()).isTrue();
    }

    @Test
    void people_are_told_as_they_were_that_day() {
        var answered = item("consultation/C-07", "consultation.advice-given");
        assertThat(answered.required("people").get(0).toString()).isEqualTo("{\"person\":\"person/D4\","
                + "\"kind\":\"DOMAIN\",\"tenureStart\":\"2013-09-01\",\"tenureYears\":3,\"timeSharePercent\":60}");
        assertThat(PageServer.full().page("/trail/consultation/C-07", "D4"))
                .contains("domain manager", "fourth year", "60%");
        assertThat(PageServer.full().get("/trail/consultation/C-07", "D4", "he").body())
                .contains("שנה רביעית");
    }

    @Test
    void pages_of_it_join_to_the_whole() {
        var all = items("round/CR-2017-1").stream().map(item -> item.required("position").asLong()).toList();
        var joined = new TreeSet<Long>();
        var page = trail("round/CR-2017-1&limit=5");
        while (page.has("next")) {
            page.required("items").forEach(item -> joined.add(item.required("position").asLong()));
            page = trail("round/CR-2017-1&limit=5&cursor=" + page.required("next").asLong());
        }
        page.required("items").forEach(item -> joined.add(item.required("position").asLong()));
        assertThat(joined).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void it_may_be_a_table_and_wrong_questions_are_refused() {
        var rows = PageServer.full().get("/api/record?trail=cut/C-RES&format=csv", "D4", "en").body();
        assertThat(rows).contains("position,eventId,recordedAt,occurredOn,name,stream,entity,through",
                "consultation/C-07");
        for (var wrong : List.of("trail=CR-2017-1", "trail=cut/C-RES&story=x", "trail=cut/C-RES&limit=0",
                "trail=cut/C-RES&asOf=2999-01-01")) {
            assertThat(PageServer.full().get("/api/record?" + wrong, "D4", "en").statusCode()).as(wrong)
                    .isEqualTo(400);
        }
        assertThat(PageServer.full().get("/api/record?trail=cut/C-99", "D4", "en").statusCode())
                .isEqualTo(404);
    }
}
