// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request the whole way: command, decision, event, memory, answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposeBudgetCutTrailTest {

    @Test
    void a_proposed_cut_shows_on_the_board_from_its_day_on(@TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo")) {
            var token = memory.token("D4");
            var after = memory.taken(token, "ProposeBudgetCut", """
                    {"yearId": "BY2017", "roundId": "CR-2017-1", "cutId": "CUT-12", "kind": "OWN_LINE",
                     "lineId": "BY2017:D4", "amountAgorot": 1000000, "reason": "We can.",
                     "expectedConsequence": "One meeting less.",
                     "envelope": {"language": "en"}}""");
            assertThat(pending(memory, token, "?after=" + after)).isEqualTo(45_000_000);
            assertThat(pending(memory, token, "?asOf=2016-11-25")).isEqualTo(45_000_000);
            assertThat(pending(memory, token, "?asOf=2016-11-24")).isEqualTo(44_000_000);
            var trail = memory.record(token, "cut/CUT-12", after);
            assertThat(trail).hasSize(1).first().satisfies(entry -> {
                assertThat(entry.required("actor").stringValue()).isEqualTo("person/D4");
                assertThat(entry.required("capacity").stringValue()).isEqualTo("MGR");
                assertThat(entry.required("occurredOn").stringValue()).isEqualTo("2016-11-25");
                assertThat(entry.required("recordedAt").stringValue()).startsWith("2016-11-25T");
                assertThat(entry.required("eventId").stringValue()).isEqualTo(after);
            });
        }
    }

    private static long pending(RunningMemory memory, String token, String question) {
        return memory.state(token, "/api/views/CutBoard/CR-2017-1" + question)
                .required("pendingAgorot")
                .longValue();
    }
}
