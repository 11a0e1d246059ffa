// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.MovementTotals;
import orgmemory.query.memory.Fact;

/** The views' sums are those that the words of the domain come to, after any facts in any order. */
class FiguresProperties {

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(24);
    }

    @Property(tries = 10_000)
    void boards_lines_and_movements_agree_with_sums_counted_a_second_time(
            @ForAll("histories") History history) {
        for (var day : history.days()) {
            var figures = new Figures(
                    Truth.facts(history, day, history.head()).stream().map(Fact::event).toList());
            Truth.states(new CutBoard(), history, day, history.head())
                    .forEach((key, board) -> assertThat(board(board)).isEqualTo(figures.board(key)));
            Truth.states(new BudgetLines(), history, day, history.head())
                    .forEach((key, line) -> assertThat(line(line)).isEqualTo(figures.line(key)));
            Truth.states(new MovementTotals(), history, day, history.head())
                    .forEach((key, totals) -> assertThat(movements(totals))
                            .isEqualTo(figures.movements(totals.yearId().value(), totals.kind())));
        }
    }

    static Figures.Board board(CutBoard.Board board) {
        return new Figures.Board(board.requiredAgorot(), board.acceptedAgorot(), board.pendingAgorot(),
                board.gapAgorot());
    }

    static Figures.Line line(BudgetLines.Line line) {
        return new Figures.Line(line.draftAgorot(), line.movementsAgorot(), line.acceptedCutsAgorot(),
                line.solidarityInAgorot(), line.solidarityOutAgorot(), line.freeAgorot());
    }

    static Figures.Movements movements(MovementTotals.Totals totals) {
        return new Figures.Movements(totals.requests(), totals.lines(), totals.netAgorot(),
                totals.increaseAgorot(),
                totals.decreaseAgorot(), totals.balancedRequests());
    }
}
