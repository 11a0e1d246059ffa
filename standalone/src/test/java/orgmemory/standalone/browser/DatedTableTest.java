// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The story's dated table, read off the page as people read it: by choosing days in the date bar. */
@BrowserTest
class DatedTableTest {

    /** In shekels, at the end of a day. */
    private record Day(String day, long accepted, long pending, long gap) {
    }

    private static final List<Day> TABLE = List.of(
            new Day("2016-10-27", 0, 0, 1_300_000),
            new Day("2016-11-06", 0, 970_000, 1_300_000),
            new Day("2016-11-10", 460_000, 360_000, 840_000),
            new Day("2016-11-20", 820_000, 300_000, 480_000),
            new Day("2016-11-24", 820_000, 440_000, 480_000));

    @Test
    void five_days_read_the_same_in_both_languages_with_and_without_scripts(Visits visits) {
        for (var look : List.of(Look.HEBREW, Look.ENGLISH, Look.ENGLISH.withoutScripts())) {
            var board = Board.open(visits.of("AUD", look));
            for (var day : TABLE) {
                board.visit().chooseDay(day.day());
                assertThat(shown(board, day.day())).as("%s", look).isEqualTo(day);
                assertThat(board.amount("required")).isEqualTo(1_300_000);
            }
        }
    }

    private static Day shown(Board board, String day) {
        return new Day(day, board.amount("accepted"), board.amount("pending"), board.amount("gap"));
    }
}
