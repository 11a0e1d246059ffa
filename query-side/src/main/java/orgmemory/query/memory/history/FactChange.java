// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What one event does to the facts: adds one, says it otherwise, takes it away or brings it back.
 *
 * @param position the event's position, from which on it is known
 * @param before   the fact as it stood; null where there was none or it was annulled
 * @param after    the fact as it stands from now on; null where it is annulled
 */
public record FactChange(long position, @Nullable Fact before, @Nullable Fact after) {

    /** A new fact, and no word about an earlier one. */
    public static FactChange of(Fact fact) {
        return new FactChange(fact.position(), null, fact);
    }

    boolean isNewFact() {
        return before == null && after != null && after.position() == position;
    }
}
