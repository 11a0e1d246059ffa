// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Id;

/** A proposed cut. */
public final class CutId extends Id {

    public CutId(String value) {
        super(value);
    }
}
