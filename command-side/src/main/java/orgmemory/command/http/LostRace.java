// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import orgmemory.access.HttpProblem;
import orgmemory.message.Rejected;

/** A decision that rested on a state on which others had gone on meanwhile: it is taken anew. */
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param cause another append that came first, or a refusal that another look at the stream may not confirm */
    public LostRace(RuntimeException cause) {
        super(cause);
    }

    /** What is answered when no more is tried. */
    RuntimeException answer() {
        return getCause() instanceof Rejected refusal ? refusal : new HttpProblem(409, "command.lost-race");
    }
}
