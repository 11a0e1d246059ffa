// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;

/** The rule that every sum over a year can be told: imported facts and corrections are held to it too. */
public final class Sums {

    private Sums() {
    }

    /**
     * Refuses a fact by which the facts of its year would name more than a sum can hold.
     *
     * @param named what they name before it, see {@link Amounts#named}
     * @throws Rejected {@code budget-year.sum-too-large}, with the field that brings the amounts
     */
    public static void mustHold(Event event, long named) {
        mustHold(event, named, field(event));
    }

    static void mustHold(Event event, long named, String field) {
        long more = Amounts.named(event);
        if (more > 0 && Amounts.plus(named, more) > Amounts.LARGEST_SUM) {
            throw new Rejected("budget-year.sum-too-large", field, event.stream(), Amounts.LARGEST_SUM);
        }
    }

    private static String field(Event event) {
        return switch (event) {
            case PastMovementRecorded movement -> "lines";
            case CutRoundOpened round -> "requiredAgorot";
            case RequiredCutAdjusted adjusted -> "requiredAgorot";
            case IndicativeSharesSet set -> "shares";
            default -> "amountAgorot";
        };
    }
}
