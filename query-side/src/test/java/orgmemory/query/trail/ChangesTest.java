// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orgmemory.message.Json;
import orgmemory.query.screen.PageServer;
import tools.jackson.databind.JsonNode;

/** What changed between two moments, each of two clocks: in words and figures for people, in fields for programs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {

    private static JsonNode read(String path) {
        var answer = PageServer.full().get(path, "D4", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static List<String> changes(String query) {
        return read("/api/record?trail=" + query).required("items")
                .valueStream()
                .map(item -> item.required("change").stringValue() + " "
                        + item.at("/fact/name").stringValue())
                .toList();
    }

    @Test
    void what_happened_between_two_days_came() {
        assertThat(changes("cut/C-D1&from=2016-11-09")).containsExactly("CAME budget.cut-accepted");
        assertThat(changes("cut/C-D1&from=2016-11-01")).containsExactly("CAME budget.cut-proposed",
                "CAME budget.cut-accepted");
        assertThat(changes("cut/C-D1&from=2016-11-01&asOf=2016-11-09"))
                .containsExactly("CAME budget.cut-proposed");
    }

    @Test
    void what_was_learned_between_two_times_came_was_corrected_or_is_gone() {
        assertThat(changes("cut/C-LATE&fromKnownOn=2016-12-14")).containsExactly("CAME budget.cut-proposed");
        var corrected = read("/api/record?trail=cut/C-LATE&fromKnownOn=2016-12-15").required("items").get(0);
        assertThat(corrected.required("change").stringValue()).isEqualTo("CORRECTED");
        assertThat(corrected.required("fields").valueStream().map(JsonNode::toString)).containsExactly(
                "{\"field\":\"occurredOn\",\"before\":\"2016-11-05\",\"after\":\"2016-11-04\"}",
                "{\"field\":\"amountAgorot\",\"before\":3000000,\"after\":5000000}");
        var first = read("/api/record?trail=cut/C-NEVER").required("items").get(0).required("position");
        assertThat(changes("cut/C-NEVER&fromKnownOn=" + first.asLong()))
                .containsExactly("GONE budget.cut-proposed");
        assertThat(changes("cut/C-NEVER&from=2016-01-01")).isEmpty();
    }

    @Test
    void what_is_linked_between_two_moments_comes_with_its_facts() {
        assertThat(changes("cut/C-RES&from=2016-11-10&asOf=2016-11-11")).contains("CAME consultation.opened",
                "CAME consultation.linked", "CAME consultation.closed").hasSize(8);
    }

    @Test
    void figures_are_told_before_and_after() {
        var figures = read("/api/record?trail=cut/C-D1&from=2016-11-09").required("figures");
        assertThat(figures.valueStream().map(JsonNode::toString))
                .contains(
                        "{\"of\":\"cut/C-D1\",\"figure\":\"state\",\"before\":\"FILED\",\"after\":\"ACCEPTED\"}");
        assertThat(PageServer.full().page("/trail/cut/C-D1?from=2016-11-09", "D4"))
                .contains("From the end of 9 November 2016 to the end of 20 December 2016", "In figures",
                        "waiting for an answer", "One fact came", "Cut accepted")
                .doesNotContain("Cut proposed</b>");
    }

    @Test
    void a_page_tells_what_says_something_else_and_what_stands_no_more() {
        assertThat(PageServer.full().page("/trail/cut/C-LATE?fromKnownOn=2016-12-15", "D4"))
                .contains("One fact says something else", "₪30,000", "₪50,000", "5 November 2016",
                        "then as known on 15 December 2016, now as known on 20 December 2016");
        assertThat(PageServer.full().page("/trail/cut/C-NEVER?fromKnownOn=2016-12-15", "D4"))
                .contains("Nothing changed between these moments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2016-12-20", "from=2016-11-10&asOf=2016-11-10",
            "from=2016-11-10&fromKnownOn=3&asOf=2016-11-10&knownOn=3"})
    void the_same_moment_twice_has_nothing_that_changed_and_says_so(String moments) {
        assertThat(changes("round/CR-2017-1&" + moments)).isEmpty();
        assertThat(read("/api/record?trail=round/CR-2017-1&" + moments).required("figures")).isEmpty();
        assertThat(PageServer.full().page("/trail/round/CR-2017-1?" + moments, "D4"))
                .contains("Both moments are the same");
        assertThat(PageServer.full()
                .get("/api/views/CutBoard/CR-2017-1?" + moments, "D4", "en")
                .body()).containsAnyOf("\"fields\":[]", "view.key-unknown");
    }

    @ParameterizedTest
    @CsvSource({"from=2016-11-11&asOf=2016-11-10, from", "from=2999-01-01, from", "from=x, from",
            "fromKnownOn=9&knownOn=8, fromKnownOn", "fromKnownOn=2999-01-01, fromKnownOn",
            "from=2016-11-01&fromKnownOn=x, fromKnownOn"})
    void an_earlier_moment_that_is_later_is_refused_by_its_name(String moments, String field) {
        for (var read : List.of("/api/record?trail=round/CR-2017-1&", "/api/views/CutBoard/CR-2017-1?")) {
            var answer = PageServer.full().get(read + moments, "D4", "en");
            assertThat(answer.statusCode()).as(read + moments).isEqualTo(400);
            assertThat(Json.mapper().readTree(answer.body()).at("/errors/0/field").stringValue())
                    .isEqualTo(field);
        }
        assertThat(PageServer.full().get("/trail/round/CR-2017-1?" + moments, "D4", "en").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_view_says_which_fields_differ_and_what_stood_there() {
        var changes = read("/api/views/CutBoard/CR-2017-1?from=2016-11-09&asOf=2016-11-10");
        assertThat(changes.at("/from/asOf").stringValue()).isEqualTo("2016-11-09");
        assertThat(changes.required("fields").valueStream().map(JsonNode::toString)).contains(
                "{\"field\":\"proposals/C-D1/state\",\"before\":\"FILED\",\"after\":\"ACCEPTED\"}");
        var all = read("/api/views/CutBoard/CR-2017-1?from=2016-01-01");
        assertThat(all.at("/from/existed").booleanValue()).isFalse();
        assertThat(all.required("fields").valueStream()).isNotEmpty()
                .noneMatch(field -> field.has("before"));
        assertThat(PageServer.full()
                .get("/api/views/CutBoard/CR-2017-1?from=2016-11-09&format=csv", "D4", "en")
                .body()).contains("field,before,after", "proposals/C-D1/state,FILED,ACCEPTED");
        assertThat(PageServer.full().get("/api/views/CutBoard/NONE?from=2016-11-09", "D4", "en").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_list_of_a_view_says_which_states_came_changed_or_are_gone() {
        var query = "/api/views/Consultations?from=2016-11-10&asOf=2016-11-11";
        var items = read(query).required("items");
        assertThat(items.valueStream()
                .map(item -> item.required("key").stringValue() + ' '
                        + item.required("change").stringValue()))
                .containsExactly("C-07 CHANGED", "C-08 CAME", "C-09 CAME", "C-10 CAME");
        assertThat(items.get(0).required("fields").toString()).contains("participants/LONG/answer");
        assertThat(items.get(1).required("fields").toString()).contains("\"field\":\"question\"");
        var all = read("/api/views/Consultations?from=2016-10-01").required("items");
        assertThat(all).hasSize(4)
                .allSatisfy(
                        item -> assertThat(item.required("change").stringValue()).isEqualTo("CAME"));
        var keys = new ArrayList<String>();
        for (var page = read("/api/views/Consultations?from=2016-10-01&limit=1");; page = read(
                "/api/views/Consultations?from=2016-10-01&limit=1&cursor="
                        + page.required("next").stringValue())) {
            page.required("items").forEach(item -> keys.add(item.required("key").stringValue()));
            if (!page.has("next")) {
                break;
            }
        }
        assertThat(keys).containsExactly("C-07", "C-08", "C-09", "C-10");
        assertThat(PageServer.full().get(query + "&format=csv", "D4", "en").body())
                .contains("key,change,field,before,after", "C-07,CHANGED,");
        assertThat(PageServer.full().get(query + "&kind=ADVICE", "D4", "en").statusCode()).isEqualTo(400);
    }

    @Test
    void many_differences_come_in_pages_that_join_to_the_whole() {
        var query = "/api/record?trail=round/CR-2017-1&from=2016-11-01";
        var whole = new TreeSet<Long>();
        read(query).required("items").forEach(item -> whole.add(item.at("/fact/position").asLong()));
        var joined = new TreeSet<Long>();
        for (var page = read(query + "&limit=4");; page = read(
                query + "&limit=4&cursor=" + page.required("next").asLong())) {
            page.required("items").forEach(item -> joined.add(item.at("/fact/position").asLong()));
            if (!page.has("next")) {
                break;
            }
        }
        assertThat(joined).isEqualTo(whole).hasSizeGreaterThan(10);
    }

    @Test
    void every_page_of_a_thing_leads_to_what_has_changed_of_it() {
        for (var page : List.of("/rounds/CR-2017-1", "/lines/BY2017:D4", "/people/D4", "/areas/D4",
                "/consultations/C-07", "/trail/cut/C-D1")) {
            var thing = page.startsWith("/trail/") ? page : "/trail/[a-z]+/" + page.replaceFirst("/.*/", "");
            assertThat(PageServer.full().page(page + "?asOf=2016-12-01&knownOn=2016-12-15", "D4")).as(page)
                    .containsPattern("<a [^>]*href=\"" + thing
                            + "\\?from=2016-11-24&amp;asOf=2016-12-01&amp;knownOn=2016-12-15\"")
                    .containsPattern("<form [^>]*action=\"" + thing + "\"");
        }
    }
}
