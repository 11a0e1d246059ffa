// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Id;

/** A solidarity transfer, as {@code S-01}. */
public final class TransferId extends Id {

    public TransferId(String value) {
        super(value);
    }
}
