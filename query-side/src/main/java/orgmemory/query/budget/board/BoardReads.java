// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.consultation.ConsultationReads;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.States;

/** Reads a cut round as its page shows it, at the moment that the page is about. */
@Component
class BoardReads {

    private final States states;
    private final CutBoard boards;
    private final BudgetReads reads;
    private final AuthoredTexts written;
    private final ConsultationReads consultations;

    BoardReads(States states, CutBoard boards, BudgetReads reads, AuthoredTexts written,
            ConsultationReads consultations) {
        this.consultations = consultations;
        this.states = states;
        this.boards = boards;
        this.reads = reads;
        this.written = written;
    }

    /** A round; empty where it was not open, or not known, then. */
    Optional<BoardPage> board(String id, Page page) {
        return reads.board(id, page.point()).map(state -> {
            var board = state.it();
            var lines = reads.lines(board.yearId(), page);
            var texts = AuthoredTexts.texts(written.facts(board.roundId().subject(), page));
            return new BoardPage(state, lines, texts,
                    CoverageTimeline.of(states.days(boards, id, page.point())),
                    new BoardActions(page, board, lines, consultations.heard(page)));
        });
    }

    /** The consultations that served a round or one of its proposals. */
    List<Consultation> consulted(Board board, Page page) {
        return consultations.serving(Stream.concat(Stream.of(board.roundId().subject()),
                board.proposals().stream().map(cut -> cut.cutId().subject())).toList(), page);
    }
}
