// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.screen.read.States.OnDay;

/** How a round came toward what it requires: its figures at the end of each day on which they moved. */
public record CoverageTimeline(List<Day> days) {

    /** A day's figures. */
    public record Day(LocalDate day, long acceptedAgorot, long pendingAgorot, long gapAgorot) {

        private static Day of(OnDay<Board> board) {
            return new Day(board.day(), board.it().acceptedAgorot(), board.it().pendingAgorot(),
                    board.it().gapAgorot());
        }

        private boolean sameAs(Day other) {
            return acceptedAgorot == other.acceptedAgorot && pendingAgorot == other.pendingAgorot
                    && gapAgorot == other.gapAgorot;
        }
    }

    static CoverageTimeline of(List<OnDay<Board>> boards) {
        var days = new ArrayList<Day>();
        for (var board : boards) {
            var day = Day.of(board);
            if (days.isEmpty() || !days.getLast().sameAs(day)) {
                days.add(day);
            }
        }
        return new CoverageTimeline(List.copyOf(days));
    }
}
