// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Id;

/** A cut round, as {@code CR-2017-1}. */
public final class RoundId extends Id {

    public RoundId(String value) {
        super(value);
    }
}
