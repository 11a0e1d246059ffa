// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutCommand;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineCommand;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearCommand;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearEvent;
import orgmemory.message.budget.CutRoundMessages.CutRoundCommand;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;

/** All that is decided in a budget year, of the year as a whole and of its parts: they share one stream. */
public final class BudgetMessages {

    private BudgetMessages() {
    }

    public sealed interface BudgetCommand extends Command
            permits
            BudgetYearCommand,
            BudgetLineCommand,
            CutRoundCommand,
            BudgetCutCommand,
            SolidarityTransferCommand {

        BudgetYearId yearId();

        @Override
        default Subject stream() {
            return yearId().subject();
        }
    }

    public sealed interface BudgetEvent extends Event
            permits
            BudgetYearEvent,
            BudgetLineEvent,
            CutRoundEvent,
            BudgetCutEvent,
            SolidarityTransferEvent {

        BudgetYearId yearId();

        @Override
        default Subject stream() {
            return yearId().subject();
        }
    }
}
