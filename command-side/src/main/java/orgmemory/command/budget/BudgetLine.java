// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import orgmemory.command.DecisionContext;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineCommand;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.people.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the year: drafted once, by the steward or by who is accountable for its area.
 *
 * @param areaId none for a common line
 */
public record BudgetLine(@Nullable AreaId areaId, long draftAgorot) implements YearPart {

    static BudgetLineEvent decide(YearState year, BudgetLineCommand command, DecisionContext context) {
        return switch (command) {
            case DraftBudgetLine draft -> draft(year, draft, context);
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
                command.amountAgorot(), command.reason());
    }

    static YearState evolve(YearState year, BudgetLineEvent event) {
        return switch (event) {
            case BudgetLineDrafted drafted -> year.with(drafted.lineId(),
                    new BudgetLine(drafted.areaId(), drafted.amountAgorot()));
        };
    }
}
