// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo's consultations of autumn 2016: what was asked, who was silent, and what was known of it at which time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoConsultationsTest {

    private static final String VIEW = "/api/views/Consultations/";

    @Test
    void shows_what_was_held_in_november_and_recorded_in_december(@TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo-until=2017-01-31")) {
            var auditor = memory.token("AUD");
            assertThat(memory.get(auditor, VIEW + "C-07?asOf=2016-11-30&knownOn=2016-12-01").status())
                    .as("as known on 1 December")
                    .isEqualTo(404);
            assertThat(took(memory, "C-07?asOf=2016-11-30&knownOn=2016-12-20"))
                    .as("as it was recorded")
                    .containsExactly("D2", "D4", "P4");
            var now = memory.state(auditor, VIEW + "C-07?asOf=2016-11-30");
            assertThat(now.required("state").stringValue()).isEqualTo("RECORDED");
            assertThat(now.required("askedOn").stringValue()).isEqualTo("2016-11-05");
            assertThat(took(memory, "C-07?asOf=2016-11-30")).as("as it was put right")
                    .containsExactly("D2", "D4", "P3");
            assertThat(memory.get(auditor, VIEW + "C-07?asOf=2016-11-04").status()).isEqualTo(404);
            assertThat(parts(memory, "C-05")).containsExactly("ADVISED", "ADVISED", "SILENT");
            assertThat(memory.state(auditor, VIEW + "C-06")
                    .required("serves")
                    .valueStream()
                    .map(JsonNode::stringValue)).containsExactly("cut/CUT-08");
            assertThat(consulted(memory, "")).as("its own, and not C-08 of the group")
                    .containsExactlyInAnyOrder("consultation/C-05", "consultation/C-06",
                            "consultation/C-07");
            assertThat(consulted(memory, "&asOf=2016-11-30")).contains("consultation/C-07");
            assertThat(consulted(memory, "&knownOn=2016-12-19")).as("before C-07 was written down")
                    .containsExactlyInAnyOrder("consultation/C-05", "consultation/C-06");
        }
    }

    /** The consultations that the trail of the round holds. */
    private static Set<String> consulted(RunningMemory memory, String moment) {
        var path = "/api/record?limit=1000&trail=round/CR-2017-1" + moment;
        var reply = memory.get(memory.token("AUD"), path);
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        return reply.body()
                .required("items")
                .valueStream()
                .map(item -> item.required("stream").stringValue())
                .filter(stream -> stream.startsWith("consultation/"))
                .collect(Collectors.toSet());
    }

    private static List<String> took(RunningMemory memory, String path) {
        return memory.state(memory.token("AUD"), VIEW + path)
                .required("participants")
                .valueStream()
                .map(each -> each.required("personId").stringValue())
                .toList();
    }

    private static List<String> parts(RunningMemory memory, String consultation) {
        return memory.state(memory.token("AUD"), VIEW + consultation)
                .required("participants")
                .valueStream()
                .map(each -> each.required("part").stringValue())
                .toList();
    }
}
