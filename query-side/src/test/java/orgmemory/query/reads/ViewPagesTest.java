// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import orgmemory.query.budget.CutBoard;
import orgmemory.message.Json;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.reading.Memory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewPagesTest {

    private static final String LINES = "/api/views/BudgetLines";

    private final ReadsServer server = ReadsServer.get();

    @Test
    void pages_joined_hold_every_key_once_in_order() {
        var all = keys(server.json(LINES));
        var joined = new ArrayList<String>();
        var path = LINES + "?limit=3";
        for (JsonNode page = server.json(path); page != null; page = next(path, page)) {
            assertThat(page.path("items").size()).isBetween(1, 3);
            joined.addAll(keys(page));
        }

        assertThat(all).hasSizeGreaterThan(10).isSorted();
        assertThat(joined).isEqualTo(all);
    }

    private @Nullable JsonNode next(String path, JsonNode page) {
        return page.has("next")
                ? server.json(path + "&cursor=" + encoded(page.path("next").asString()))
                : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_page_names_the_next_one() {
        var page = server.get(LINES + "?limit=3&sort=-freeAgorot");
        var link = page.headers().firstValue("Link").orElseThrow();
        var next = link.substring(1, link.indexOf('>'));

        assertThat(link).endsWith("; rel=\"next\"");
        assertThat(keys(server.json(next))).hasSize(3)
                .doesNotContainAnyElementsOf(keys(Json.mapper().readTree(page.body())));
    }

    @Test
    void states_sort_by_a_column_both_ways() {
        var rising = free(server.json(LINES + "?sort=freeAgorot&limit=1000"));
        var falling = free(server.json(LINES + "?sort=-freeAgorot&limit=1000"));

        assertThat(rising).isSorted().anyMatch(free -> free < 0);
        assertThat(falling).isEqualTo(rising.reversed());
        assertThat(keys(server.json(LINES + "?sort=-key"))).isEqualTo(keys(server.json(LINES)).reversed());
    }

    private static List<Long> free(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("state").path("freeAgorot").asLong())
                .toList();
    }

    @Test
    void states_are_filtered_by_a_column() {
        assertThat(keys(server.json(LINES + "?areaId=D4"))).containsExactly("BY2017:D4");
        assertThat(keys(server.json(LINES + "?areaId=D4&yearId=BY2016"))).isEmpty();
        assertThat(keys(server.json("/api/views/MovementTotals?yearId=BY2012&kind=CUT")))
                .containsExactly("BY2012:CUT");
    }

    @Test
    void a_page_of_the_past_holds_what_existed_and_was_known_then() {
        assertThat(keys(server.json("/api/views/CutBoard?asOf=2016-10-19"))).isEmpty();
        assertThat(keys(server.json("/api/views/CutBoard?asOf=2016-10-20"))).containsExactly("CR-2017-1");
        assertThat(keys(server.json("/api/views/MovementTotals?asOf=2012-12-31&knownOn=2016-12-14")))
                .containsExactly("BY2012", "BY2012:TRANSFER");
        assertThat(keys(server.json("/api/views/MovementTotals?asOf=2012-12-31")))
                .containsExactly("BY2012", "BY2012:CUT", "BY2012:TRANSFER");
    }

    @Test
    void wrong_questions_are_refused() {
        for (var wrong : List.of("sort=title", "limit=0", "limit=1001", "limit=x", "title=x", "cursor=%21%21",
                "freeAgorot=much")) {
            assertThat(server.get(LINES + "?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void a_page_may_be_a_table() {
        var table = server.get("/api/views/People?format=csv");
        var rows = table.body().split("\r\n");

        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(rows[0]).isEqualTo("\uFEFFkey,personId,name,latinName,kind,tenureStart,timeSharePercent");
        assertThat(rows).contains("D1,D1,'=Noa,,,,", "D4,D4,ראמי ח'ורי,Rami Khoury,DOMAIN,2013-09-01,60");
        assertThat(server.get("/api/views/People/D1", "Accept", "text/csv").body())
                .endsWith("\r\nD1,D1,'=Noa,,,,\r\n");
        assertThat(server.get("/api/views/People/D1", "Accept", "text/csv;q=0.1, */*").body())
                .startsWith("{");
    }

    @Test
    void the_list_of_views_says_how_to_read_each() {
        var views = server.json("/api/views").path("views");
        var board = views.valueStream()
                .filter(view -> view.path("view").asString().equals("CutBoard"))
                .findFirst()
                .orElseThrow();

        assertThat(views.valueStream().map(view -> view.path("view").asString())).contains("People",
                "BudgetLines", "CutBoard", "MovementTotals");
        assertThat(board.path("status").asString()).isIn("LIVE", "FOLDING");
        assertThat(board.path("version").asInt()).isEqualTo(new CutBoard().version());
        assertThat(board.path("columns").valueStream().map(JsonNode::asString)).containsExactly("yearId",
                "requiredAgorot", "gapAgorot");
        assertThat(board.path("state").path("properties").has("gapAgorot")).isTrue();
    }

    @Test
    void a_broken_view_says_so_and_hurts_no_other() {
        var broken = server.get("/api/views/Fragile/all", "Accept-Language", "en");
        var problem = Json.mapper().readTree(broken.body());
        long appointment = ReadsServer.HEAD - 1;

        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(problem.path("view").asString()).isEqualTo("Fragile");
        assertThat(problem.path("position").asLong()).isEqualTo(appointment);
        assertThat(problem.path("detail").asString()).contains("Fragile", "position " + appointment);
        assertThat(server.get("/api/views/Fragile").statusCode()).isEqualTo(503);
        assertThat(server.get("/api/views/People/D4").statusCode()).isEqualTo(200);
        assertThat(server.json("/api/views")
                .path("views")
                .valueStream()
                .filter(view -> view.path("status").asString().equals("BROKEN"))
                .map(view -> view.path("view").asString())).containsExactly("Fragile");
    }

    @Test
    void only_memory_keepers_have_views_folded_anew() {
        var before = server.json(LINES + "?limit=1000");

        assertThat(server.post("/api/views/BudgetLines/rebuild", false).statusCode()).isEqualTo(403);
        assertThat(server.post("/api/views/rebuild", false).statusCode()).isEqualTo(403);
        assertThat(server.post("/api/views/Nothing/rebuild", true).statusCode()).isEqualTo(404);
        assertThat(server.post("/api/views/BudgetLines/rebuild", true).statusCode()).isEqualTo(202);
        var memory = server.bean(Memory.class);
        assertThat(server.bean(Arrivals.class)
                .await(() -> memory.status()
                        .stream()
                        .noneMatch(status -> status.status() == Status.FOLDING), Duration.ofSeconds(30)))
                .isTrue();
        assertThat(server.json(LINES + "?limit=1000")).isEqualTo(before);
    }

    @Test
    void the_service_says_to_anybody_how_far_the_memory_is() {
        var status = Json.mapper().readTree(server.getAsNobody("/api/status").body());

        assertThat(status.path("position").asLong()).isEqualTo(ReadsServer.HEAD);
        assertThat(status.path("lag").asLong()).isZero();
        assertThat(status.path("broken").valueStream().map(JsonNode::asString)).containsExactly("Fragile");
    }

    private static List<String> keys(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("key").asString()).toList();
    }
}
