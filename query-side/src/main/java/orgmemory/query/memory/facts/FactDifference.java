// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.Fact;

/**
 * A fact that stands otherwise at a later moment than at an earlier one.
 *
 * @param fact   with all that has put it right by the later moment
 * @param before as it stood at the earlier moment; null where it did not stand there
 * @param after  as it stands at the later moment; null where it does not stand there any more
 */
public record FactDifference(StandingFact fact, @Nullable Fact before, @Nullable Fact after) {

    /** What became of a fact between two moments. */
    public enum Kind {
        /** It stands, and did not. */
        CAME,
        /** It stood, and does not: it was annulled, or has another day, or concerns this no more. */
        GONE,
        /** It says something else. */
        CORRECTED
    }

    public Kind kind() {
        return before == null ? Kind.CAME : after == null ? Kind.GONE : Kind.CORRECTED;
    }
}
