// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import orgmemory.access.WhoMay;
import orgmemory.access.account.Insiders;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * A session holds nothing but the person's id. Whether they may be here, and with which rights, is asked anew at each
 * request, so that neither outlives the day.
 */
final class SignedIn implements SecurityContextRepository {

    /** Under this name Spring Session finds all sessions of a person. */
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final WhoMay whoMay;
    private final Insiders insiders;
    private final RightsToday rights;

    /** Whether somebody has an account. */
    private record HasAccount(PersonId person) {
    }

    SignedIn(WhoMay whoMay, Insiders insiders, RightsToday rights) {
        this.whoMay = whoMay;
        this.insiders = insiders;
        this.rights = rights;
    }

    /** Whoever asks, as Spring Security knows them: by the person's id. */
    Authentication of(PersonId person) {
        whoMay.look();
        return known(person);
    }

    private Authentication known(PersonId person) {
        return UsernamePasswordAuthenticationToken.authenticated(person.value(), null, rights.of(person));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for it; Spring Security no longer does.
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return loadDeferredContext(exchange.getRequest()).get();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return person(request).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request,
            HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null) {
            request.getSession().setAttribute(PERSON, authentication.getName());
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PERSON);
        }
    }

    /** Whether it is the session of somebody who signed in. */
    static boolean holdsAPerson(HttpSession session) {
        return session.getAttribute(PERSON) instanceof String;
    }

    private boolean mayComeIn(PersonId person) {
        whoMay.look();
        return insiders.isCast(person)
                || whoMay.known(new HasAccount(person), () -> insiders.hasAccount(person));
    }

    private static Optional<PersonId> person(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) instanceof String person
                ? Optional.of(new PersonId(person))
                : Optional.empty();
    }

    /** Loaded where somebody wants to know: what everybody may see costs no question. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        private Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            var known = context;
            if (known == null) {
                known = person(request).filter(SignedIn.this::mayComeIn)
                        .<SecurityContext>map(person -> new SecurityContextImpl(known(person)))
                        .orElseGet(SecurityContextHolder::createEmptyContext);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
