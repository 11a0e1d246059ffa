// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo's learning group from January to June 2017: who was in it, who led, and what followed of itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoGroupTest {

    private static final String VIEW = "/api/views/Groups/LG-1";

    @Test
    void goes_from_its_proposal_to_its_end(@TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo-until=2017-06-30")) {
            assertThat(memory.get(memory.token("AUD"), VIEW + "?asOf=2017-01-17").status()).isEqualTo(404);
            assertThat(members(memory, "2017-01-25")).containsExactlyInAnyOrder("D3", "P1", "P5", "P6");
            assertThat(members(memory, "2017-02-01")).as("nobody is in it while members may object")
                    .doesNotContain("D6");
            assertThat(members(memory, "2017-03-01")).as("nobody objected").contains("D6");
            assertThat(members(memory, "2017-04-02")).as("who manages no more left of themselves")
                    .containsExactlyInAnyOrder("D3", "P1", "P5", "D6");
            assertThat(List.of(lead(memory, "2017-02-08"), lead(memory, "2017-04-05"),
                    lead(memory, "2017-06-07")))
                    .containsExactly("D3", "P5", "P1");
            var left = named(memory, memory.token("D3"), "group.left");
            assertThat(left).hasSize(1)
                    .allSatisfy(fact -> assertThat(fact.path("causation").asString("")).isNotEmpty());
            assertThat(named(memory, memory.token("D3"), "group.session-recorded")).hasSize(4);
            assertThat(named(memory, memory.token("D1"), "group.session-recorded")).as("not a member")
                    .isEmpty();
            assertThat(memory.state(memory.token("AUD"), VIEW).toString()).contains("CONCLUDED");
        }
    }

    private static List<String> members(RunningMemory memory, String day) {
        return memory.state(memory.token("AUD"), VIEW + "?asOf=" + day)
                .required("people")
                .valueStream()
                .filter(member -> !member.path("until").isString())
                .map(member -> member.required("personId").stringValue())
                .toList();
    }

    private static String lead(RunningMemory memory, String day) {
        return memory.state(memory.token("AUD"), VIEW + "?asOf=" + day)
                .required("lead")
                .required("present")
                .stringValue();
    }

    private static List<JsonNode> named(RunningMemory memory, String token, String name) {
        var reply = memory.get(token, "/api/record?limit=1000&subject=group/LG-1&name=" + name);
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        return reply.body().required("items").valueStream().toList();
    }
}
