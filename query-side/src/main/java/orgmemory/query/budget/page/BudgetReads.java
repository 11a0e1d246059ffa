// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.page;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.BudgetYears;
import orgmemory.query.budget.BudgetYears.Year;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.memory.Clocks;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Accountability;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
import org.springframework.stereotype.Component;

/** Reads what the pages of a budget show, at the moment that they are about. */
@Component
class BudgetReads {

    private final States states;
    private final CutBoard boards;
    private final BudgetLines lines;
    private final BudgetYears years;
    private final Accountability accountability;

    BudgetReads(States states, CutBoard boards, BudgetLines lines, BudgetYears years,
            Accountability accountability) {
        this.states = states;
        this.boards = boards;
        this.lines = lines;
        this.years = years;
        this.accountability = accountability;
    }

    Optional<State<Board>> board(String id, Clocks clocks) {
        return states.one(boards, id, clocks);
    }

    /** All rounds, the latest first. */
    List<Board> rounds(Page page) {
        return states.all(boards, Map.of(), null, page.clocks())
                .stream()
                .map(State::it)
                .sorted(comparing(Board::openedOn, nullsFirst(naturalOrder())).reversed())
                .toList();
    }

    Road road(String id, Page page) {
        return Road.of(states.days(boards, id, page.clocks()));
    }

    Optional<Line> line(String id, Clocks clocks) {
        return states.one(lines, id, clocks).map(State::it);
    }

    YearLines lines(@Nullable BudgetYearId year, Page page) {
        var found = year == null
                ? List.<Line>of()
                : states.all(lines, Map.of("yearId", year.value()), null, page.clocks())
                        .stream()
                        .map(State::it)
                        .toList();
        return new YearLines(found, accountability.of(page.clocks()),
                page.reader() == null ? null : page.reader().id());
    }

    /** All budget years, the latest first. */
    List<Year> years(Page page) {
        return states.all(years, Map.of(), "-from", page.clocks()).stream().map(State::it).toList();
    }
}
