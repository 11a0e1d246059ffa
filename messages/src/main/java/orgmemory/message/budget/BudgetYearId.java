// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Id;

/** A budget year, as {@code BY2017}. */
public final class BudgetYearId extends Id {

    public BudgetYearId(String value) {
        super(value);
    }
}
