// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import orgmemory.message.Id;

/** A committee, a ministry or another body that acts. */
public final class BodyId extends Id {

    public BodyId(String value) {
        super(value);
    }
}
