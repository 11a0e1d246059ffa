// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import orgmemory.message.people.PersonId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Begins sessions. They end by signing out, and in the commits of facts: another password, access that is taken away. */
public final class Entrance {

    /** How long a session waits for its person to come back. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private final SignedIn signedIn;

    Entrance(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** Begins the person's session. What was known of the browser before, a session or a form, opens nothing in it. */
    public void admit(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var context = new SecurityContextImpl(signedIn.of(person));
        SecurityContextHolder.setContext(context);
        signedIn.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval((int) PATIENCE.toSeconds());
    }
}
