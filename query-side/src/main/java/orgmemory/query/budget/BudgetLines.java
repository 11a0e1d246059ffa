// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.people.AreaId;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What does a budget line hold, what has been taken from it or given to it, and what is still free? */
@Component
public final class BudgetLines implements View<BudgetLines.Line> {

    /**
     * A line of a year. Its indicative share stands on the round's board: shares that are set again do not name the
     * lines that they leave out, so the line could not tell that it has none any more.
     *
     * @param areaId              absent for a common line, and where its draft is not known
     * @param otherTitle          its title in the other language; absent where it has one title
     * @param movementsAgorot     what past movements gave or took
     * @param currentAgorot       the draft with past movements
     * @param acceptedCutsAgorot  accepted cuts; more income takes nothing from a line
     * @param solidarityInAgorot  executed transfers to the line, a carried share among them
     * @param solidarityOutAgorot executed transfers from the line
     * @param freeAgorot          current without accepted cuts and what was given
     */
    public record Line(LineId lineId, @Nullable BudgetYearId yearId, @Nullable AreaId areaId,
            @Nullable String title, @Nullable String otherTitle, long draftAgorot, long movementsAgorot,
            long currentAgorot,
            long acceptedCutsAgorot, long solidarityInAgorot, long solidarityOutAgorot, long freeAgorot,
            List<Proposal> proposals, List<Offer> offers) {

        private Line drafted(BudgetLineEvent event, @Nullable AreaId area, @Nullable String called,
                @Nullable String calledToo) {
            return summed(new Line(lineId, event.yearId(), area, called, calledToo, event.amountAgorot(),
                    movementsAgorot, currentAgorot, acceptedCutsAgorot, solidarityInAgorot,
                    solidarityOutAgorot, freeAgorot, proposals, offers), event.yearId(),
                    movementsAgorot, proposals, offers);
        }

        private Line moved(PastMovementRecorded event) {
            long moved = Amounts.sum(event.lines()
                    .stream()
                    .filter(line -> lineId.equals(line.lineId()))
                    .mapToLong(MovementLine::amountAgorot));
            return summed(this, event.yearId(), Amounts.plus(movementsAgorot, moved), proposals, offers);
        }

        private Line proposed(BudgetCutEvent event, List<Proposal> proposed) {
            return summed(this, event.yearId(), movementsAgorot, proposed, offers);
        }

        private Line offered(SolidarityTransferEvent event, List<Offer> offered) {
            return summed(this, event.yearId(), movementsAgorot, proposals, offered);
        }

        private static Line summed(Line line, BudgetYearId year, long movements, List<Proposal> proposals,
                List<Offer> offers) {
            long current = Amounts.plus(line.draftAgorot, movements);
            long cuts = Amounts.sum(proposals.stream().mapToLong(Proposal::takenAgorot));
            long in = Amounts.sum(offers.stream()
                    .filter(offer -> offer.to().equals(line.lineId.subject()))
                    .mapToLong(Offer::executedAgorot));
            long out = Amounts.sum(offers.stream()
                    .filter(offer -> offer.fromLineId().equals(line.lineId))
                    .mapToLong(Offer::executedAgorot));
            return new Line(line.lineId, year, line.areaId, line.title, line.otherTitle, line.draftAgorot,
                    movements, current,
                    cuts, in, out, Amounts.minus(current, Amounts.plus(cuts, out)), proposals, offers);
        }
    }

    @Override
    public String name() {
        return "BudgetLines";
    }

    @Override
    public int version() {
        return 4 + Proposal.VERSION + Offer.VERSION;
    }

    @Override
    public Class<Line> stateType() {
        return Line.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return switch (fact.event()) {
            case BudgetLineEvent event -> List.of(event.lineId().value());
            case BudgetCutEvent event -> List.of(event.lineId().value());
            case PastMovementRecorded movement -> keys(movement);
            case SolidarityTransferEvent event -> Stream.of(event.fromLineId().subject(), event.to())
                    .filter(subject -> subject.type().equals("line"))
                    .map(Subject::id)
                    .distinct()
                    .toList();
            default -> List.of();
        };
    }

    private static List<String> keys(PastMovementRecorded movement) {
        return movement.lines()
                .stream()
                .map(MovementLine::lineId)
                .filter(Objects::nonNull)
                .map(LineId::value)
                .distinct()
                .toList();
    }

    @Override
    public Line initial(String key) {
        return new Line(new LineId(key), null, null, null, null, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }

    @Override
    public Line evolve(Line line, Fact fact) {
        return switch (fact.event()) {
            case BudgetLineEvent event -> evolve(line, event);
            case PastMovementRecorded movement -> line.moved(movement);
            case BudgetCutEvent event -> line.proposed(event,
                    Proposal.evolve(line.proposals(), fact, event));
            case SolidarityTransferEvent event -> line.offered(event,
                    Offer.evolve(line.offers(), fact, event));
            default -> line;
        };
    }

    private static Line evolve(Line line, BudgetLineEvent event) {
        return switch (event) {
            case BudgetLineDrafted drafted -> line.drafted(drafted, drafted.areaId(), drafted.title(),
                    drafted.otherTitle());
            case BudgetLineDraftRevised revised -> revised(line, revised);
        };
    }

    /** A new title leaves behind what the old one was in the other language. */
    private static Line revised(Line line, BudgetLineDraftRevised event) {
        return event.names().isEmpty()
                ? line.drafted(event, line.areaId(), line.title(), line.otherTitle())
                : line.drafted(event, line.areaId(), event.title() == null ? line.title() : event.title(),
                        event.otherTitle());
    }

    @Override
    public List<Column<Line>> columns() {
        return List.of(
                Column.text("yearId", line -> line.yearId() == null ? null : line.yearId().value()),
                Column.text("areaId", line -> line.areaId() == null ? null : line.areaId().value()),
                Column.number("freeAgorot", Line::freeAgorot));
    }

    @Override
    public Subject entity(String key) {
        return new LineId(key).subject();
    }
}
