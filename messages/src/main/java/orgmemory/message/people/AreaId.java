// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import orgmemory.message.Id;

/** An area of responsibility. */
public final class AreaId extends Id {

    public AreaId(String value) {
        super(value);
    }
}
