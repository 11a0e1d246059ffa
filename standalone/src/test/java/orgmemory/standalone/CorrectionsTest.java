// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told late or put right changes what is answered from then on, and never what was known before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionsTest {

    private static final List<String> DAYS = List.of("2016-12-01", "2016-12-02", "2016-12-05", "2016-12-06");

    /** What was pending at the end of each of these days, in thousand shekels, before anybody put anything right. */
    private static final List<Long> AS_TOLD = List.of(100L, 100L, 40L, 0L);

    @Test
    void a_late_fact_a_corrected_amount_a_corrected_day_and_an_annulment_each_change_their_days(
            @TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo-until=2016-12-07")) {
            long first = head(memory);
            var late = memory.taken(memory.token("D4"), "ProposeBudgetCut",
                    """
                            {"yearId": "BY2017", "roundId": "CR-2017-1", "cutId": "CUT-12", "kind": "OWN_LINE",
                             "lineId": "BY2017:D4", "amountAgorot": 1000000, "reason": "Found in the minutes.",
                             "expectedConsequence": "One meeting less.", "envelope": {"occurredOn": "2016-12-05"}}""");
            long told = head(memory);
            assertThat(pending(memory, "&after=" + late)).containsExactly(100L, 100L, 50L, 10L);

            var amount = correct(memory, late, "\"replacement\": {\"amountAgorot\": 2500000}");
            long amountCorrected = head(memory);
            assertThat(pending(memory, "&after=" + amount)).containsExactly(100L, 100L, 65L, 25L);

            var day = correct(memory, late, "\"occurredOn\": \"2016-12-02\"");
            long dayCorrected = head(memory);
            assertThat(pending(memory, "&after=" + day)).containsExactly(100L, 125L, 65L, 25L);

            var annulment = memory.taken(memory.token("MEM"), "AnnulRecord", """
                    {"stream": "budget-year/BY2017", "eventId": "%s", "reason": "It was another year."}"""
                    .formatted(late));
            assertThat(pending(memory, "&after=" + annulment)).isEqualTo(AS_TOLD);

            assertThat(pending(memory, "&knownOn=" + first)).isEqualTo(AS_TOLD);
            assertThat(pending(memory, "&knownOn=" + told)).containsExactly(100L, 100L, 50L, 10L);
            assertThat(pending(memory, "&knownOn=" + amountCorrected)).containsExactly(100L, 100L, 65L, 25L);
            assertThat(pending(memory, "&knownOn=" + dayCorrected)).containsExactly(100L, 125L, 65L, 25L);
        }
    }

    private static String correct(RunningMemory memory, String eventId, String what) {
        return memory.taken(memory.token("MEM"), "CorrectRecord",
                """
                        {"stream": "budget-year/BY2017", "eventId": "%s", %s, "reason": "The minutes say otherwise."}"""
                        .formatted(eventId, what));
    }

    private static List<Long> pending(RunningMemory memory, String question) {
        var token = memory.token("AUD");
        return DAYS.stream()
                .map(day -> memory.state(token, "/api/views/CutBoard/CR-2017-1?asOf=" + day + question)
                        .required("pendingAgorot")
                        .longValue() / 100_000)
                .toList();
    }

    private static long head(RunningMemory memory) {
        return memory.bean(Journal.class).head();
    }
}
