// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AmendBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.ReleaseArea;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;

/**
 * The release of an area from the year: the year has nothing open with it, and opens nothing again. So the area may be closed.
 *
 * @param stands not any more where an import has brought another line of the area
 */
public record AreaRelease(boolean stands) implements YearPart {

    static AreaReleased release(YearState year, ReleaseArea command, DecisionContext context) {
        year.mustBeOpen(command.yearId());
        context.known(command.areaId().subject());
        var lines = lines(year, command.areaId());
        context.rule(!lines.isEmpty(), "release.no-lines", command.areaId(), command.yearId());
        context.rule(!stands(year, command.areaId()), "release.twice",
                command.areaId(), command.yearId());
        lines.forEach(line -> mustBeDone(year, line, context));
        return new AreaReleased(command.yearId(), command.areaId(), command.reason());
    }

    private static List<LineId> lines(YearState year, AreaId area) {
        return inOrder(year).filter(
                part -> part.getValue() instanceof BudgetLine line && area.equals(line.areaId()))
                .map(part -> new LineId(part.getKey().id()))
                .toList();
    }

    /** The parts of a year by their names: of two reasons to refuse, the same one is always told. */
    private static Stream<Map.Entry<Subject, YearPart>> inOrder(YearState year) {
        return year.parts()
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(part -> part.getKey().toString()));
    }

    /** Nothing is told of the line after that day, nothing waits, and nothing is left where the year still goes on. */
    private static void mustBeDone(YearState year, LineId line, DecisionContext context) {
        year.inOrder(context, line.subject());
        inOrder(year).forEach(named -> {
            var id = named.getKey();
            var part = named.getValue();
            if (part instanceof BudgetCut cut && cut.lineId().equals(line)) {
                year.inOrder(context, id);
                context.rule(!cut.open(), "release.open-proposal", new CutId(id.id()), line);
            } else if (part instanceof SolidarityTransfer transfer && transfer.concerns(line)) {
                year.inOrder(context, id);
                context.rule(!transfer.waits(), "release.open-offer", new TransferId(id.id()), line);
            }
        });
        long free = year.free(line);
        boolean over = year.endsOn() != null && context.occurredOn().isAfter(year.endsOn());
        context.rule(over || free <= 0, "release.open-balance", line, free);
    }

    /** Refuses what would open something again with an area that was released. */
    static void mustNotReopen(YearState year, BudgetCommand command, DecisionContext context) {
        if (command instanceof DraftBudgetLine draft && draft.areaId() != null) {
            context.rule(!stands(year, draft.areaId()), "line.of-released-area",
                    draft.areaId(), draft.yearId());
        }
        for (var opened : opened(year, command)) {
            var area = year.parts().get(opened) instanceof BudgetLine line ? line.areaId() : null;
            context.rule(area == null || !stands(year, area), "line.area-released",
                    opened, command.yearId());
        }
    }

    /** The lines to which a command would bring something new. What waits may be answered, wherever it came from. */
    private static List<Subject> opened(YearState year, BudgetCommand command) {
        return switch (command) {
            case ReviseLineDraft revise -> List.of(revise.lineId().subject());
            case ProposeBudgetCut propose -> List.of(propose.lineId().subject());
            case AmendBudgetCut amend -> year.parts().get(amend.cutId().subject()) instanceof BudgetCut cut
                    ? List.of(cut.lineId().subject())
                    : List.of();
            case OfferSolidarityTransfer offer -> List.of(offer.fromLineId().subject(), offer.to());
            case ReverseSolidarityTransfer reverse ->
                year.parts().get(reverse.transferId().subject()) instanceof SolidarityTransfer given
                        ? List.of(given.fromLineId().subject())
                        : List.of();
            default -> List.of();
        };
    }

    /** Before a new line stands in the year. */
    static YearState before(YearState year, BudgetLineEvent event) {
        return event instanceof BudgetLineDrafted drafted && drafted.areaId() != null
                && stands(year, drafted.areaId())
                        ? year.with(drafted.areaId(), new AreaRelease(false))
                        : year;
    }

    private static boolean stands(YearState year, AreaId area) {
        var release = year.find(area, AreaRelease.class);
        return release != null && release.stands;
    }
}
