// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.shown;

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
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Accountability;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
import org.springframework.stereotype.Component;

/** Reads what the pages of a budget show, at the moment that they are about. */
@Component
public class BudgetReads {

    private final States states;
    private final CutBoard boards;
    private final BudgetLines lines;
    private final BudgetYears years;
    private final AuthoredTexts written;
    private final Accountability accountability;

    BudgetReads(States states, CutBoard boards, BudgetLines lines, BudgetYears years,
            AuthoredTexts written, Accountability accountability) {
        this.states = states;
        this.boards = boards;
        this.lines = lines;
        this.years = years;
        this.written = written;
        this.accountability = accountability;
    }

    /** A round; empty where it was not open, or not known, then. */
    public Optional<BoardPage> board(String id, Page page) {
        return board(id, page.clocks()).map(state -> {
            var board = state.it();
            var lines = lines(board.yearId(), page);
            var texts = AuthoredTexts.texts(written.facts(board.roundId().subject(), page));
            return new BoardPage(state, lines, texts,
                    CoverageTimeline.of(states.days(boards, id, page.clocks())),
                    new BoardActions(page, board, lines));
        });
    }

    public Optional<State<Board>> board(String id, BitemporalPoint clocks) {
        return states.one(boards, id, clocks);
    }

    /** All rounds, the latest first. */
    public List<Board> rounds(Page page) {
        return rounds(Map.of(), page);
    }

    private List<Board> rounds(Map<String, String> filters, Page page) {
        return states.all(boards, filters, null, page.clocks())
                .stream()
                .map(State::it)
                .sorted(comparing(Board::openedOn, nullsFirst(naturalOrder())).reversed())
                .toList();
    }

    /** A line; empty where it was not drafted, or not known, then. */
    public Optional<LineFile> line(String id, Page page) {
        return states.one(lines, id, page.clocks()).map(State::it).map(line -> {
            var facts = written.facts(line.lineId().subject(), page);
            var texts = AuthoredTexts.texts(facts);
            var rounds = line.yearId() == null
                    ? List.<Board>of()
                    : rounds(Map.of("yearId", line.yearId().value()), page);
            return new LineFile(line, LineFile.steps(lines, line, facts, texts), rounds, texts,
                    lines(line.yearId(), page));
        });
    }

    /** The lines of a year, those of areas before the common ones; none where there is no year. */
    public YearLines lines(@Nullable BudgetYearId year, Page page) {
        var found = year == null
                ? List.<Line>of()
                : states.all(lines, Map.of("yearId", year.value()), null, page.clocks())
                        .stream()
                        .map(State::it)
                        .sorted(comparing(line -> line.areaId() == null))
                        .toList();
        return new YearLines(found, accountability.of(page.clocks()),
                page.reader() == null ? null : page.reader().id());
    }

    /** All budget years, the latest first. */
    public List<Year> years(Page page) {
        return states.all(years, Map.of(), "-from", page.clocks()).stream().map(State::it).toList();
    }
}
