// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's cut round on every day of its life and by both clocks, live, after a restart and from a rebuilt memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoRoundTest {

    /** In thousand shekels, at the end of a day; between the days nothing changes. */
    private record Day(long accepted, long pending, long gap) {
    }

    private static final LocalDate FIRST = LocalDate.of(2016, 10, 20);
    private static final LocalDate LAST = LocalDate.of(2016, 12, 7);
    private static final TreeMap<LocalDate, Day> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry(FIRST, new Day(0, 0, 1_300)),
            Map.entry(LocalDate.of(2016, 10, 27), new Day(0, 0, 1_300)),
            Map.entry(LocalDate.of(2016, 11, 3), new Day(0, 820, 1_300)),
            Map.entry(LocalDate.of(2016, 11, 6), new Day(0, 970, 1_300)),
            Map.entry(LocalDate.of(2016, 11, 8), new Day(0, 820, 1_300)),
            Map.entry(LocalDate.of(2016, 11, 10), new Day(460, 360, 840)),
            Map.entry(LocalDate.of(2016, 11, 14), new Day(460, 540, 840)),
            Map.entry(LocalDate.of(2016, 11, 17), new Day(460, 660, 840)),
            Map.entry(LocalDate.of(2016, 11, 20), new Day(820, 300, 480)),
            Map.entry(LocalDate.of(2016, 11, 24), new Day(820, 440, 480)),
            Map.entry(LocalDate.of(2016, 11, 27), new Day(1_060, 200, 240)),
            Map.entry(LocalDate.of(2016, 11, 29), new Day(1_200, 60, 100)),
            Map.entry(LocalDate.of(2016, 12, 1), new Day(1_200, 100, 100)),
            Map.entry(LocalDate.of(2016, 12, 4), new Day(1_260, 40, 40)),
            Map.entry(LocalDate.of(2016, 12, 6), new Day(1_300, 0, 0)),
            Map.entry(LAST, new Day(1_300, 0, 0))));

    @Test
    void shows_the_same_dated_table_live_and_after_a_restart_and_from_a_rebuilt_memory(@TempDir Path data) {
        var expected = new LinkedHashMap<LocalDate, Day>();
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(day -> expected.put(day, TABLE.floorEntry(day).getValue()));
        long told;
        // A day after the story's last one tells all of it.
        try (var memory = RunningMemory.start(data, "--demo-until=2030-01-01")) {
            told = memory.bean(Journal.class).head();
            assertThat(memory.get(memory.token("AUD"), board("asOf", FIRST.minusDays(1))).status())
                    .isEqualTo(404);
            assertThat(shown(memory, "asOf")).isEqualTo(expected);
            assertThat(shown(memory, "knownOn")).isEqualTo(expected);
        }
        try (var memory = RunningMemory.start(data, "--demo")) {
            assertThat(memory.bean(Journal.class).head()).isEqualTo(told);
            assertThat(shown(memory, "asOf")).isEqualTo(expected);
            memory.rebuild(memory.token("MEM"));
            assertThat(shown(memory, "asOf")).isEqualTo(expected);
            assertThat(shown(memory, "knownOn")).isEqualTo(expected);
        }
    }

    private static Map<LocalDate, Day> shown(RunningMemory memory, String clock) {
        var token = memory.token("AUD");
        var shown = new LinkedHashMap<LocalDate, Day>();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            var board = memory.state(token, board(clock, day) + "&after=" + lastOf(memory));
            assertThat(thousands(board.required("requiredAgorot").longValue())).isEqualTo(1_300);
            shown.put(day, new Day(thousands(board.required("acceptedAgorot").longValue()),
                    thousands(board.required("pendingAgorot").longValue()),
                    thousands(board.required("gapAgorot").longValue())));
        });
        return shown;
    }

    private static String lastOf(RunningMemory memory) {
        var journal = memory.bean(Journal.class);
        return journal.after(journal.head() - 1, 1).getFirst().eventId();
    }

    private static String board(String clock, LocalDate day) {
        return "/api/views/CutBoard/CR-2017-1?" + clock + "=" + day;
    }

    private static long thousands(long agorot) {
        assertThat(agorot % 100_000).isZero();
        return agorot / 100_000;
    }
}
