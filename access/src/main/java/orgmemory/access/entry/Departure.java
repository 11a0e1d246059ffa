// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import orgmemory.access.entry.Lookers.Looker;

/** Told when somebody signs out, so that what is still being answered to them ends at once. */
@FunctionalInterface
public interface Departure {

    /** Whoever looked on by this does so no longer. */
    void of(Looker looker);
}
