// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.util.Set;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.Memory;

/** Reads that compare two moments: both clocks as everywhere, and the earlier moment beside them. */
public final class Comparing {

    /** The clocks of the earlier moment. */
    public static final Set<String> PARAMETERS = Set.of("from", "fromKnownOn");

    private Comparing() {
    }

    /** Whether an earlier moment is given. */
    public static boolean asked(Parameters parameters) {
        return !parameters.among(PARAMETERS).isEmpty();
    }

    /** The earlier moment; refused where it is later than the other one. */
    public static BitemporalPoint earlier(Parameters parameters, Memory memory, BitemporalPoint later) {
        return memory.earlier(parameters.text("from"), parameters.text("fromKnownOn"), later);
    }
}
