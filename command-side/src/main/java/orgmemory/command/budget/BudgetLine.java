// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import orgmemory.command.DecisionContext;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineCommand;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.message.people.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the year: drafted by the steward or by who is accountable for its area, and drafted anew by them, never below
 * what was taken from it.
 *
 * @param areaId none for a common line
 */
public record BudgetLine(@Nullable AreaId areaId, long draftAgorot) implements YearPart {

    static BudgetLineEvent decide(YearState year, BudgetLineCommand command, DecisionContext context) {
        return switch (command) {
            case DraftBudgetLine draft -> draft(year, draft, context);
            case ReviseLineDraft revise -> revise(year, revise, context);
        };
    }

    static BudgetLineDrafted draft(YearState year, DraftBudgetLine command, DecisionContext context) {
        year.mustBeOpen(command.yearId());
        if (!command.lineId().value().startsWith(command.yearId() + ":")) {
            throw new Rejected("line.not-of-year", command.lineId(), command.yearId());
        }
        year.mustBeNew(command.lineId());
        if (command.areaId() != null) {
            context.known(command.areaId().subject());
        }
        year.inOrder(context, command.entity(), command.stream());
        context.right(context.capacity() != Capacity.OWN || context.accountable(command.areaId()),
                "line.not-own-area", command.lineId());
        return new BudgetLineDrafted(command.yearId(), command.lineId(), command.areaId(), command.title(),
                command.otherTitle(), command.amountAgorot(), command.reason());
    }

    static BudgetLineDraftRevised revise(YearState year, ReviseLineDraft command, DecisionContext context) {
        var line = year.about(command, BudgetLine.class, context);
        context.right(context.capacity() != Capacity.OWN || context.accountable(line.areaId),
                "line.not-own-area", command.lineId());
        long taken = Amounts.minus(line.draftAgorot, year.free(command.lineId()));
        context.rule(command.amountAgorot() >= Math.min(taken, line.draftAgorot), "line.less-than-taken",
                command.amountAgorot(), command.lineId(), taken);
        return new BudgetLineDraftRevised(command.yearId(), command.lineId(), command.amountAgorot(),
                command.title(), command.otherTitle(), command.reason());
    }

    private static @Nullable AreaId areaOf(@Nullable BudgetLine known) {
        return known == null ? null : known.areaId;
    }

    static YearState evolve(YearState year, BudgetLineEvent event) {
        return switch (event) {
            case BudgetLineDrafted drafted -> year.with(drafted.lineId(),
                    new BudgetLine(drafted.areaId(), drafted.amountAgorot()));
            case BudgetLineDraftRevised revised -> year.with(revised.lineId(),
                    new BudgetLine(areaOf(year.find(revised.lineId(), BudgetLine.class)),
                            revised.amountAgorot()));
        };
    }
}
