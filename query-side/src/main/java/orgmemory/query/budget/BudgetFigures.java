// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import orgmemory.message.Event;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearEvent;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.TransferId;
import orgmemory.query.screen.read.Figure;
import orgmemory.query.screen.read.Figures;

/** What does a round lack, what does a line have, where does a proposal stand? */
@Component
final class BudgetFigures implements Figures {

    private final BudgetYears years;
    private final CutBoard boards;
    private final BudgetLines lines;

    BudgetFigures(BudgetYears years, CutBoard boards, BudgetLines lines) {
        this.years = years;
        this.boards = boards;
        this.lines = lines;
    }

    @Override
    public List<Figure<?>> of(Event event) {
        return switch (event) {
            case PastMovementRecorded movement -> moved(movement);
            case BudgetYearEvent year -> List.of(new Figure<>(year.yearId().subject(), "forecast", years,
                    year.yearId().value(), BudgetYears.Year::forecastAgorot, false));
            case CutRoundEvent round -> round(round.roundId());
            case BudgetLineEvent line -> line(line.lineId());
            case BudgetCutEvent cut -> all(List.of(proposal(cut.cutId(), cut.lineId())),
                    round(cut.roundId()), line(cut.lineId()));
            case SolidarityTransferEvent transfer -> transfer(transfer);
            default -> List.of();
        };
    }

    /** Movements are of many lines: their figures are there for who asks what moved them. */
    private List<Figure<?>> moved(PastMovementRecorded movement) {
        return movement.lines()
                .stream()
                .filter(line -> line.lineId() != null)
                .flatMap(line -> line(line.lineId()).stream())
                .map(Figure::aside)
                .<Figure<?>>map(figure -> figure)
                .toList();
    }

    private List<Figure<?>> transfer(SolidarityTransferEvent event) {
        var round = event.roundId() != null
                ? event.roundId()
                : event.to().type().equals("round") ? new RoundId(event.to().id()) : null;
        return all(List.of(offer(event.transferId(), event.fromLineId())),
                round == null ? List.of() : round(round), line(event.fromLineId()),
                event.to().type().equals("line") ? line(new LineId(event.to().id())) : List.of());
    }

    private List<Figure<?>> round(RoundId id) {
        var round = id.subject();
        return List.of(
                new Figure<>(round, "gap", boards, id.value(), CutBoard.Board::gapAgorot, true),
                new Figure<>(round, "required", boards, id.value(), CutBoard.Board::requiredAgorot, false),
                new Figure<>(round, "accepted", boards, id.value(), CutBoard.Board::acceptedAgorot, false),
                new Figure<>(round, "pending", boards, id.value(), CutBoard.Board::pendingAgorot, false));
    }

    private List<Figure<?>> line(LineId id) {
        var line = id.subject();
        return List.of(
                new Figure<>(line, "free", lines, id.value(), BudgetLines.Line::freeAgorot, true),
                new Figure<>(line, "draft", lines, id.value(), BudgetLines.Line::draftAgorot, false),
                new Figure<>(line, "current", lines, id.value(), BudgetLines.Line::currentAgorot, false),
                new Figure<>(line, "cuts", lines, id.value(), BudgetLines.Line::acceptedCutsAgorot, false),
                new Figure<>(line, "given", lines, id.value(), BudgetLines.Line::solidarityOutAgorot, false),
                new Figure<>(line, "received", lines, id.value(), BudgetLines.Line::solidarityInAgorot,
                        true));
    }

    private Figure<BudgetLines.Line> proposal(CutId id, LineId line) {
        return new Figure<>(id.subject(), "state", lines, line.value(), state -> state.proposals()
                .stream()
                .filter(proposal -> proposal.cutId().equals(id))
                .map(proposal -> (Object) proposal.state())
                .findFirst()
                .orElse(null), true);
    }

    private Figure<BudgetLines.Line> offer(TransferId id, LineId from) {
        return new Figure<>(id.subject(), "state", lines, from.value(), state -> state.offers()
                .stream()
                .filter(offer -> offer.transferId().equals(id))
                .map(offer -> (Object) offer.state())
                .findFirst()
                .orElse(null), true);
    }

    @SafeVarargs
    private static List<Figure<?>> all(List<? extends Figure<?>>... parts) {
        var all = new ArrayList<Figure<?>>();
        for (var part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
