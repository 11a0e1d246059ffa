// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import orgmemory.message.Subject;

/** A part of a budget year, as the rules of the year need to know it. In JSON its kind stands beside its fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "part")
public sealed interface YearPart permits BudgetLine, CutRound, BudgetCut, SolidarityTransfer, AreaRelease {

    /** What it adds, in agorot, to a round's coverage or to a line; below 0 where it takes. */
    default long bookedTo(Subject owner) {
        return 0;
    }
}
