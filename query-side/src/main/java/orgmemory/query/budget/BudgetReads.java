// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.BudgetYears.Year;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Page;
import orgmemory.query.people.WhoIsAccountable;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
import org.springframework.stereotype.Component;
import orgmemory.query.budget.board.BoardActions;
import orgmemory.query.budget.board.BoardPage;
import orgmemory.query.budget.board.CoverageTimeline;
import orgmemory.query.budget.line.LineFile;

/** Reads the rounds, lines and years of budgets, at the moment that they are about. */
@Component
public class BudgetReads {

    private final States states;
    private final CutBoard boards;
    private final BudgetLines lines;
    private final BudgetYears years;
    private final WhoIsAccountable accountable;

    BudgetReads(States states, CutBoard boards, BudgetLines lines, BudgetYears years,
            WhoIsAccountable accountable) {
        this.states = states;
        this.boards = boards;
        this.lines = lines;
        this.years = years;
        this.accountable = accountable;
    }

    /** A round; empty where it was not open, or not known, then. */
    public Optional<State<Board>> board(String id, BitemporalPoint point) {
        return states.one(boards, id, point);
    }

    /** All rounds, the latest first. */
    public List<Board> rounds(Page page) {
        return rounds(Map.of(), page);
    }

    /** The rounds whose columns have these values, the latest first. */
    public List<Board> rounds(Map<String, String> filters, Page page) {
        return states.all(boards, filters, null, page.point())
                .stream()
                .map(State::it)
                .sorted(comparing(Board::openedOn, nullsFirst(naturalOrder())).reversed())
                .toList();
    }

    /** The lines of a year, those of areas before the common ones; none where there is no year. */
    public YearLines lines(@Nullable BudgetYearId year, Page page) {
        var found = year == null
                ? List.<Line>of()
                : states.all(lines, Map.of("yearId", year.value()), null, page.point())
                        .stream()
                        .map(State::it)
                        .sorted(comparing(line -> line.areaId() == null))
                        .toList();
        return new YearLines(found, accountable.of(page.point()),
                page.reader() == null ? null : page.reader().id());
    }

    /** All budget years, the latest first. */
    public List<Year> years(Page page) {
        return states.all(years, Map.of(), "-from", page.point()).stream().map(State::it).toList();
    }
}
