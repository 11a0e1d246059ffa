// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.standalone.RunningMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However long the words are that people write, and in whichever script, no page can be moved sideways. */
@BrowserTest
class LongWordsTest {

    static final List<String> WORDS = List.of("הזדקקות\u05be".repeat(12), "المسؤوليات".repeat(12),
            "Donaudampfschifffahrtsgesellschaft".repeat(5));

    static Stream<Look> looks() {
        return Stream.of(Look.HEBREW, Look.ENGLISH)
                .flatMap(look -> Stream.of(Look.DESK, Look.PHONE, Look.SMALL_PHONE).map(look::wide));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void no_page_can_be_moved_sideways(Look look, Visits visits) {
        write(visits.memory());
        var visit = visits.of("AUD", look);
        for (var path : List.of(Board.PATH, "/lines/BY2017:D6", "/trail/line/BY2017:D6", "/log", "/",
                "/people/D6")) {
            visit.open(path);
            assertThat(Accessibility.sideways(visit.page())).as(path).isEmpty();
        }
    }

    /** Writes proposals of nothing but long words on a line of the round that is told, once in a memory. */
    static void write(RunningMemory memory) {
        var token = memory.token("D6");
        for (var word : WORDS) {
            var reply = memory.command(token, "ProposeBudgetCut", """
                    {"yearId": "BY2017", "roundId": "CR-2017-1", "kind": "OWN_LINE", "lineId": "BY2017:D6",
                     "amountAgorot": 100, "reason": "%s", "expectedConsequence": "%s"}""".formatted(word,
                    word), "long-word-" + WORDS.indexOf(word));
            assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        }
    }
}
