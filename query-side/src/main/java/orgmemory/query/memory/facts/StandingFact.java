// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.Fact;

/**
 * A fact with all that put it right.
 *
 * @param original   as it was recorded
 * @param standing   as it stands; of an annulled one as it last stood
 * @param amendments what put it right, in the order in which that was recorded
 * @param answers    the fact before it in the life of the same thing; null for the first
 * @param cause      the fact that led to it, where a process of the service recorded it for that
 */
public record StandingFact(Fact original, Fact standing, List<Amendment> amendments,
        @Nullable Answered answers, @Nullable Cause cause) {

    /**
     * A correction or an annulment.
     *
     * @param by     the fact that was recorded about the other one
     * @param before what stood until then; null where it was annulled
     * @param after  what stood from then on; null for an annulment
     */
    public record Amendment(Fact by, @Nullable Fact before, @Nullable Fact after) {
    }

    /** A fact that another one answers, by the name it is stored under. */
    public record Answered(long position, String name) {
    }

    /** A fact that led to another one, by the name it is stored under, and whose life it is a step of. */
    public record Cause(long position, String name, String entity) {
    }

    /** Whether it has been said that it never was. */
    public boolean annulled() {
        return !amendments.isEmpty() && amendments.getLast().after() == null;
    }
}
