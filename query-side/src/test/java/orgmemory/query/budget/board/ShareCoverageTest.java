// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;
import static orgmemory.query.budget.BudgetFacts.agorot;
import static orgmemory.query.budget.BudgetFacts.line;

import java.time.LocalDate;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.budget.board.ShareCoverage.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShareCoverageTest {

    private static Board board(String day) {
        return RoundOf2017.facts().fold(new CutBoard(), "CR-2017-1", LocalDate.parse(day));
    }

    private static Row row(String day, String line) {
        return ShareCoverage.of(board(day), line(line));
    }

    @Test
    void a_line_carries_its_share_by_its_own_accepted_cuts() {
        assertThat(row("2016-11-09", "D1")).isEqualTo(
                new Row(line("D1"), agorot(180), 0, 0, 0, agorot(180), agorot(180)));
        assertThat(row("2016-11-10", "D1")).isEqualTo(
                new Row(line("D1"), agorot(180), agorot(180), 0, 0, 0, 0));
    }

    @Test
    void what_others_carry_of_a_share_is_left_no_more() {
        assertThat(row("2016-11-24", "D4").leftAgorot()).isEqualTo(agorot(100));
        assertThat(row("2016-11-29", "D4")).isEqualTo(
                new Row(line("D4"), agorot(100), 0, 0, agorot(100), 0, 0));
        assertThat(row("2016-11-29", "D2").givenAgorot()).isEqualTo(agorot(60));
    }

    @Test
    void who_had_no_share_and_helps_is_there_too() {
        assertThat(row("2016-12-06", "D5")).isEqualTo(new Row(line("D5"), 0, 0, agorot(40), 0, 0, 0));
        assertThat(ShareCoverage.of(board("2016-12-06")).rows()).extracting(Row::lineId).contains(line("D5"));
    }

    @Test
    void more_income_is_a_row_of_its_own_and_takes_nothing_from_the_lines_that_bring_it() {
        var rows = ShareCoverage.of(board("2016-11-27")).rows();

        assertThat(rows.getLast()).isEqualTo(
                new Row(null, agorot(160), agorot(120), 0, 0, 0, agorot(40)));
        assertThat(rows).extracting(Row::lineId).doesNotContain(line("P4"), line("D6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-10-20", "2016-10-27", "2016-11-06", "2016-11-20", "2016-11-29",
            "2016-12-07"})
    void the_sums_are_those_of_the_board(String day) {
        var board = board(day);
        var sum = ShareCoverage.of(board).sum();

        assertThat(sum.cutAgorot() + sum.givenAgorot()).isEqualTo(board.acceptedAgorot());
        assertThat(sum.pendingAgorot()).isEqualTo(board.pendingAgorot());
        assertThat(sum.shareAgorot()).isIn(0L, board.requiredAgorot());
    }
}
