// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.Optional;
import org.springframework.stereotype.Component;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.States;

/** Reads a cut round as its page shows it, at the moment that the page is about. */
@Component
class BoardReads {

    private final States states;
    private final CutBoard boards;
    private final BudgetReads reads;
    private final AuthoredTexts written;

    BoardReads(States states, CutBoard boards, BudgetReads reads, AuthoredTexts written) {
        this.states = states;
        this.boards = boards;
        this.reads = reads;
        this.written = written;
    }

    /** A round; empty where it was not open, or not known, then. */
    Optional<BoardPage> board(String id, Page page) {
        return reads.board(id, page.clocks()).map(state -> {
            var board = state.it();
            var lines = reads.lines(board.yearId(), page);
            var texts = AuthoredTexts.texts(written.facts(board.roundId().subject(), page));
            return new BoardPage(state, lines, texts,
                    CoverageTimeline.of(states.days(boards, id, page.clocks())),
                    new BoardActions(page, board, lines));
        });
    }
}
