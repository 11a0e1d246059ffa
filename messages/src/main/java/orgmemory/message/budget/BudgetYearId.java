// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A budget year, as {@code BY2017}. */
public record BudgetYearId(String value) {

    public BudgetYearId {
        Ids.check(value);
    }

    @JsonCreator
    public static BudgetYearId of(String value) {
        return new BudgetYearId(value);
    }

    public Subject subject() {
        return Subject.of("budget-year", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
