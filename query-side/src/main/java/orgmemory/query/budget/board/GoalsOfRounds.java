// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.List;
import org.springframework.stereotype.Component;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.home.Goals;

/** The cut rounds, as what the forum covers together: those that lack something, else the latest one. */
@Component
final class GoalsOfRounds implements Goals {

    private final BudgetReads reads;

    GoalsOfRounds(BudgetReads reads) {
        this.reads = reads;
    }

    @Override
    public List<Goal> of(Page page) {
        var rounds = reads.rounds(page);
        var open = rounds.stream().filter(board -> board.gapAgorot() > 0).toList();
        return (open.isEmpty() ? rounds.stream().limit(1).toList() : open).stream()
                .map(GoalsOfRounds::goal)
                .toList();
    }

    private static Goal goal(Board board) {
        var year = board.yearId();
        return new Goal(board.roundId().subject(), year == null ? null : year.subject(),
                board.requiredAgorot(), board.acceptedAgorot(), board.pendingAgorot(), board.gapAgorot());
    }
}
