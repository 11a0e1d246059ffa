// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import orgmemory.access.HttpProblem;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;

/** A decision that rested on a state on which others had gone on meanwhile: it is taken anew. */
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Rejected refusal;

    /** Another append to the stream came first. */
    public LostRace(RuntimeException lost) {
        super(lost);
        this.refusal = null;
    }

    /** A refusal, which another look at the stream may not confirm. */
    public LostRace(Rejected refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    /** What is answered when no more attempt is made. */
    RuntimeException answer() {
        return refusal == null ? new HttpProblem(409, "command.lost-race") : refusal;
    }
}
