// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import jakarta.servlet.ServletRequest;
import java.time.Duration;

/** How long a request waits for its sender. Who knows that a sender is meant to be slow says so with {@link #with}. */
public interface Patience {

    /** Waits so long for each part of the request's body, and for each part of its answer to be read. */
    void waitUpTo(Duration each);

    /** Gives a request more patience, until it has been answered. Does nothing on a server that has no limits. */
    static void with(ServletRequest request, Duration each) {
        if (request.getAttribute(Patience.class.getName()) instanceof Patience patience) {
            patience.waitUpTo(each);
        }
    }
}
