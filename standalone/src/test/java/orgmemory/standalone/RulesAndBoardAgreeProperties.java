// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.command.budget.BudgetYear;
import orgmemory.command.budget.YearState;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Standing;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.oracle.Truth;
import orgmemory.query.oracle.history.History;
import orgmemory.query.oracle.history.Imagined;

/**
 * What the rules reckon with is what the board shows: a budget year and the views fold the same facts in the same order to
 * the same money, whatever was recorded late, corrected or annulled.
 */
class RulesAndBoardAgreeProperties {

    private static final EventCodec CODEC = new EventCodec();
    private static final CutBoard BOARD = new CutBoard();
    private static final BudgetLines LINES = new BudgetLines();

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(24);
    }

    @Property(tries = 10_000)
    void gap_accepted_and_free_are_the_same_on_both_sides(@ForAll("histories") History history) {
        var facts = Truth.facts(history, history.head());
        var boards = Truth.states(BOARD, facts, LocalDate.MAX);
        var lines = Truth.states(LINES, facts, LocalDate.MAX);
        for (var year : Imagined.YEARS) {
            var state = state(history, new BudgetYearId(year));
            for (var part : Imagined.PARTS) {
                var round = new RoundId(year + "-" + part);
                var board = boards.getOrDefault(round.value(), BOARD.initial(round.value()));
                assertThat(state.gap(round)).as("gap of %s", round).isEqualTo(board.gapAgorot());
                var line = new LineId(year + ":" + part);
                assertThat(state.free(line)).as("free of %s", line)
                        .isEqualTo(
                                lines.getOrDefault(line.value(), LINES.initial(line.value())).freeAgorot());
            }
        }
    }

    private static YearState state(History history, BudgetYearId year) {
        var stream = history.events()
                .stream()
                .filter(event -> event.stream().equals(year.subject()))
                .toList();
        var state = YearState.NONE;
        for (var fact : Standing.ofStored(stream, CODEC)) {
            state = new BudgetYear().evolve(state, (BudgetEvent) fact.event(), fact.envelope());
        }
        return state;
    }
}
