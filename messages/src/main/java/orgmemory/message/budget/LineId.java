// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Id;

/** A line of a budget year, as {@code BY2017:D4}. */
public final class LineId extends Id {

    public LineId(String value) {
        super(value, true);
    }
}
