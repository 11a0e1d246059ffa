// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import orgmemory.message.Id;

/** A movement of an earlier record. */
public final class MovementId extends Id {

    public MovementId(String value) {
        super(value);
    }
}
