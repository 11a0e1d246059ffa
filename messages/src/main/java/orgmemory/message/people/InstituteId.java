// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import orgmemory.message.Id;

/** The one institute that a memory remembers. */
public final class InstituteId extends Id {

    public InstituteId(String value) {
        super(value);
    }
}
