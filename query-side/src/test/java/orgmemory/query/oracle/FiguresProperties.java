// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.MovementTotals;
import orgmemory.query.memory.Fact;
import orgmemory.query.oracle.history.History;
import orgmemory.query.oracle.history.Imagined;

/** The views' sums are those that the words of the domain come to, after any facts in any order. */
class FiguresProperties {

    private static final CutBoard BOARD = new CutBoard();
    private static final BudgetLines LINES = new BudgetLines();
    private static final MovementTotals MOVEMENTS = new MovementTotals();

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(24);
    }

    @Property(tries = 10_000)
    void boards_lines_and_movements_agree_with_sums_counted_a_second_time(
            @ForAll("histories") History history) {
        var facts = Truth.facts(history, history.head());
        for (var day : history.days()) {
            agree(facts, day);
        }
    }

    private static void agree(List<Fact> facts, LocalDate day) {
        var figures = new Figures(
                facts.stream().filter(fact -> !fact.day().isAfter(day)).map(Fact::event).toList());
        var boards = Truth.states(BOARD, facts, day);
        var lines = Truth.states(LINES, facts, day);
        var movements = Truth.states(MOVEMENTS, facts, day);
        for (var year : Imagined.YEARS) {
            for (var part : Imagined.PARTS) {
                var round = year + "-" + part;
                assertThat(board(boards.getOrDefault(round, BOARD.initial(round))))
                        .isEqualTo(figures.board(round));
                var line = year + ":" + part;
                assertThat(line(lines.getOrDefault(line, LINES.initial(line)))).isEqualTo(figures.line(line));
            }
            for (var kind : MovementKind.values()) {
                var key = year + ":" + kind;
                assertThat(movements(movements.getOrDefault(key, MOVEMENTS.initial(key))))
                        .isEqualTo(figures.movements(year, kind));
            }
            assertThat(movements(movements.getOrDefault(year, MOVEMENTS.initial(year))))
                    .isEqualTo(figures.movements(year, null));
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
