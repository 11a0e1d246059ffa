// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orgmemory.standalone.RunningMemory;

/** The first page and the heaviest come quickly to those far away, and hardly weigh anything the second time. */
@BrowserTest
class WeightTest {

    private static final long COLD = 500_000;
    private static final long WARM = 10_000;

    /** The demo as it is told: other tests write onto the board that they share. */
    @Test
    void pages_weigh_less_than_half_a_megabyte_cold_and_ten_kilobytes_warm(Visits visits,
            @TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo")) {
            for (var seen : new String[] {"D4 /", "D4 " + Board.PATH, "MEM /log"}) {
                var person = seen.split(" ", -1)[0];
                var path = seen.split(" ", -1)[1];
                var visit = visits.of(person, Look.HEBREW, memory);
                var weight = new Weight(visit.page());
                load(visit, path);
                assertThat(weight.sum()).as("%s cold: %s", path, weight).isBetween(10_000L, COLD);
                weight.forget();
                load(visit, path);
                assertThat(weight.sum()).as("%s warm: %s", path, weight).isBetween(100L, WARM);
            }
        }
    }

    private static void load(Visit visit, String path) {
        visit.open(path);
        if (visit.find("mem-chart").count() > 0) {
            visit.find("mem-chart svg").first().waitFor();
        }
        visit.page().waitForLoadState(LoadState.LOAD);
    }
}
