// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Objects;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Begins sessions and ends them. */
public final class Entrance {

    /** How long a session waits for its person to come back. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private final SignedIn signedIn;
    private final SessionAuthenticationStrategy fresh;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Entrance(SignedIn signedIn, SessionAuthenticationStrategy fresh,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.signedIn = signedIn;
        this.fresh = fresh;
        this.sessions = sessions;
    }

    /** Begins the person's session. What was known of the browser before, a session id or a form, opens nothing in it. */
    public void admit(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(signedIn.of(person));
        fresh.onAuthentication(Objects.requireNonNull(context.getAuthentication()), request, response);
        SecurityContextHolder.setContext(context);
        signedIn.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval((int) PATIENCE.toSeconds());
    }

    /** Ends all sessions of the person. */
    public void endAll(PersonId person) {
        endOthers(person, null);
    }

    /** Ends all sessions of the person but this one. */
    public void endOthers(PersonId person, @Nullable HttpSession present) {
        sessions.findByPrincipalName(person.value())
                .keySet()
                .stream()
                .filter(id -> present == null || !id.equals(present.getId()))
                .forEach(sessions::deleteById);
    }
}
