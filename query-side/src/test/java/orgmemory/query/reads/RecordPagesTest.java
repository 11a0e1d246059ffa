// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordPagesTest {

    private final ReadsServer server = ReadsServer.get();

    private List<JsonNode> items(String query) {
        return server.json("/api/record" + query).path("items").valueStream().toList();
    }

    private List<Long> positions(String query) {
        return items(query).stream().map(item -> item.path("position").asLong()).toList();
    }

    @Test
    void an_entry_says_who_recorded_what_and_when() {
        var proposed = items("?subject=cut/C-PD").getFirst();

        assertThat(proposed.path("name").asString()).isEqualTo("budget.cut-proposed");
        assertThat(proposed.path("actor").asString()).isEqualTo("person/PD");
        assertThat(proposed.path("occurredOn").asString()).isEqualTo("2016-11-06");
        assertThat(proposed.path("recordedAt").asString()).startsWith("2016-11-06T12:00:0");
        assertThat(proposed.path("stream").asString()).isEqualTo("budget-year/BY2017");
        assertThat(proposed.path("entity").asString()).isEqualTo("cut/C-PD");
        assertThat(proposed.path("entityVersion").asLong()).isEqualTo(1);
        assertThat(proposed.path("subjects").valueStream().map(JsonNode::asString)).contains("line/BY2017:PD",
                "round/CR-2017-1");
        assertThat(proposed.path("payload").path("kind").asString()).isEqualTo("COMMON_LINE");
    }

    @Test
    void all_of_it_is_read_in_pages_either_way() {
        var all = LongStream.rangeClosed(1, ReadsServer.HEAD).boxed().toList();

        assertThat(joined("?limit=7")).isEqualTo(all);
        assertThat(joined("?limit=7&order=newest")).isEqualTo(all.reversed());
    }

    private List<Long> joined(String query) {
        var positions = new ArrayList<Long>();
        for (var page = server.json("/api/record" + query); page != null; page = page.has("next")
                ? server.json("/api/record" + query + "&cursor=" + page.path("next").asLong())
                : null) {
            page.path("items").valueStream().forEach(item -> positions.add(item.path("position").asLong()));
        }
        return positions;
    }

    @Test
    void it_is_asked_by_subject_topic_name_actor_and_words() {
        assertThat(items("?subject=cut/C-PD")).hasSize(2);
        assertThat(items("?topic=people")).hasSize(3);
        assertThat(items("?name=budget.cut-withdrawn")).hasSize(1);
        assertThat(items("?name=budget.cut-proposed&actor=P5")).hasSize(1);
        assertThat(items("?actor=person/P5&subject=cut/C-P5")).hasSize(1);
        assertThat(items("?story=round/none")).isEmpty();
        assertThat(items("?text=khoury")).hasSize(2);
        assertThat(items("?text=Khoury&order=best&limit=1")).hasSize(1);
        assertThat(items("?text=--")).isEmpty();
    }

    @Test
    void it_is_asked_by_when_it_was_recorded() {
        assertThat(items("?from=2016-11-06&to=2016-11-06")).hasSize(1);
        assertThat(items("?from=2016-12-10")).hasSize(2);
        assertThat(items("?to=2016-09-01T12:00:01Z")).hasSize(1);
    }

    @Test
    void it_is_asked_at_both_clocks() {
        assertThat(positions("?asOf=2012-12-31")).hasSize(2).contains(ReadsServer.HEAD);
        assertThat(positions("?asOf=2012-12-31&knownOn=2016-12-14")).hasSize(1);
        assertThat(positions("?knownOn=5")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void wrong_questions_are_refused() {
        for (var wrong : List.of("subject=D4", "from=yesterday", "cursor=x", "order=up", "limit=0",
                "colour=red",
                "asOf=2999-01-01", "knownOn=2999-01-01")) {
            assertThat(server.get("/api/record?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void it_may_be_a_table() {
        var rows = server.get("/api/record?format=csv&subject=cut/C-PD").body().split("\r\n");

        assertThat(rows).hasSize(3);
        assertThat(rows[0]).startsWith("\uFEFFposition,eventId,recordedAt,occurredOn,name,stream");
        assertThat(rows[1]).contains(",budget.cut-proposed,budget-year/BY2017,cut/C-PD,1,person/PD,MGR,");
    }
}
