// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of a required cut is covered, by whom, and what is still missing? */
@Component
public final class CutBoard implements View<CutBoard.Board> {

    /**
     * A round as the forum sees it.
     *
     * @param openedOn          absent where the round's opening is not known
     * @param acceptedAgorot    accepted proposals and executed solidarity
     * @param pendingAgorot     filed proposals and open offers
     * @param gapAgorot         what is required and not accepted yet; below 0 where a correction made it so
     * @param incomeShareAgorot what more income is hoped to cover
     * @param shares            what each line is proposed to carry
     */
    public record Board(RoundId roundId, @Nullable BudgetYearId yearId, @Nullable LocalDate openedOn,
            long requiredAgorot, long acceptedAgorot, long pendingAgorot, long gapAgorot,
            long incomeShareAgorot, List<IndicativeShare> shares, List<Proposal> proposals,
            List<Offer> offers) {

        private Board opened(CutRoundOpened event, LocalDate day) {
            return summed(event.yearId(), day, event.requiredAgorot(), proposals, offers);
        }

        /** What was proposed to be shared lapses. */
        private Board requiring(RequiredCutAdjusted event) {
            return shared(event.yearId(), List.of(), 0)
                    .summed(event.yearId(), openedOn, event.requiredAgorot(), proposals, offers);
        }

        private Board shared(BudgetYearId year, List<IndicativeShare> lines, long incomeAgorot) {
            return new Board(roundId, year, openedOn, requiredAgorot, acceptedAgorot, pendingAgorot,
                    gapAgorot, incomeAgorot, List.copyOf(lines), proposals, offers);
        }

        private Board summed(BudgetYearId year, @Nullable LocalDate opening, long required,
                List<Proposal> proposed, List<Offer> offered) {
            long accepted = Amounts.plus(Amounts.sum(proposed.stream().mapToLong(Proposal::acceptedAgorot)),
                    Amounts.sum(offered.stream().mapToLong(Offer::executedAgorot)));
            long pending = Amounts.plus(Amounts.sum(proposed.stream().mapToLong(Proposal::pendingAgorot)),
                    Amounts.sum(offered.stream().mapToLong(Offer::pendingAgorot)));
            return new Board(roundId, year, opening, required, accepted, pending,
                    Amounts.minus(required, accepted),
                    incomeShareAgorot, shares, proposed, offered);
        }
    }

    @Override
    public String name() {
        return "CutBoard";
    }

    @Override
    public int version() {
        return 3 + Proposal.VERSION + Offer.VERSION;
    }

    @Override
    public Class<Board> stateType() {
        return Board.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return switch (fact.event()) {
            case CutRoundEvent event -> List.of(event.roundId().value());
            case BudgetCutEvent event -> List.of(event.roundId().value());
            case SolidarityTransferEvent event -> keys(event.roundId(), event.to());
            default -> List.of();
        };
    }

    private static List<String> keys(@Nullable RoundId round, Subject to) {
        if (round != null) {
            return List.of(round.value());
        }
        return to.type().equals("round") ? List.of(to.id()) : List.of();
    }

    @Override
    public Board initial(String key) {
        return new Board(new RoundId(key), null, null, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
    }

    @Override
    public Board evolve(Board board, Fact fact) {
        return switch (fact.event()) {
            case CutRoundEvent event -> evolve(board, fact, event);
            case BudgetCutEvent event -> board.summed(event.yearId(), board.openedOn(),
                    board.requiredAgorot(), Proposal.evolve(board.proposals(), fact, event), board.offers());
            case SolidarityTransferEvent event -> board.summed(event.yearId(), board.openedOn(),
                    board.requiredAgorot(), board.proposals(), Offer.evolve(board.offers(), fact, event));
            default -> board;
        };
    }

    private static Board evolve(Board board, Fact fact, CutRoundEvent event) {
        return switch (event) {
            case CutRoundOpened opened -> board.opened(opened, fact.day());
            case RequiredCutAdjusted adjusted -> board.requiring(adjusted);
            case IndicativeSharesSet set -> board.shared(set.yearId(), set.shares(), set.incomeAgorot());
        };
    }

    @Override
    public List<Column<Board>> columns() {
        return List.of(
                Column.text("yearId", board -> board.yearId() == null ? null : board.yearId().value()),
                Column.number("requiredAgorot", Board::requiredAgorot),
                Column.number("gapAgorot", Board::gapAgorot));
    }

    @Override
    public Subject entity(String key) {
        return new RoundId(key).subject();
    }

    @Override
    public List<Subject> parts(Board board) {
        return Stream.concat(board.proposals().stream().map(proposal -> proposal.cutId().subject()),
                board.offers().stream().map(offer -> offer.transferId().subject())).toList();
    }
}
