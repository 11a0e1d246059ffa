// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import orgmemory.access.ErrorAnswers;
import orgmemory.access.unsent.UnsentForm;
import orgmemory.access.unsent.UnsentForms;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers whoever may not: people are led to the sign-in page and back, a part of a page has the page led there, and programs
 * get a problem.
 */
final class NotSignedIn implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** The field of forms that says which command they ask for, and the one that says who opened them. */
    private static final String COMMAND = "do";
    private static final String OPENED_BY = "_by";

    private final ErrorAnswers problems;
    private final UnsentForms unsent;

    NotSignedIn(ErrorAnswers problems, UnsentForms unsent) {
        this.problems = problems;
        this.unsent = unsent;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failed) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", WayBack.signIn(request));
            problems.commence(request, response, failed);
        } else if (isAPerson(request)) {
            lead(WayBack.signIn(request), response);
        } else {
            problems.commence(request, response, failed);
        }
    }

    /** A form without its secret comes from elsewhere, or from a page that was open for longer than its session. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var carried = denied instanceof CsrfException && isAPerson(request)
                && request.getHeader("HX-Request") == null ? sealed(request) : Optional.<String>empty();
        if (carried.isPresent()) {
            request.setAttribute(UnsentForms.NAME, carried.get());
            request.getRequestDispatcher(WayBack.UNSENT).forward(request, response);
            return;
        }
        var asking = SecurityContextHolder.getContext().getAuthentication();
        if (denied instanceof CsrfException && !isKnown(asking)) {
            if (isAPerson(request) && isSignedOutPage(request.getRequestURI())) {
                lead(request.getRequestURI() + "?again", response);
            } else {
                commence(request, response, new NobodyAsks());
            }
        } else if (isAPerson(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            problems.handle(request, response, denied);
        }
    }

    /** What was filled in, to be carried through the sign-in; empty where it is no form of a command. */
    private Optional<String> sealed(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[values.length - 1]));
        fields.remove("_csrf");
        var by = fields.getOrDefault(OPENED_BY, "");
        if (!fields.containsKey(COMMAND) || by.isEmpty()) {
            return Optional.empty();
        }
        try {
            var query = request.getQueryString();
            var address = WayBack.safe(request.getRequestURI() + (query == null ? "" : "?" + query));
            return unsent.seal(new UnsentForm(new PersonId(by), address, fields));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(@Nullable Authentication asking) {
        return asking != null && !(asking instanceof AnonymousAuthenticationToken);
    }

    private static boolean isAPerson(HttpServletRequest request) {
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        return accepts != null && accepts.contains("text/html")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private static boolean isSignedOutPage(String path) {
        return path.equals(WayBack.SIGN_IN) || path.startsWith("/welcome/");
    }

    private static void lead(String to, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, to);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static final class NobodyAsks extends AuthenticationException {

        NobodyAsks() {
            super("Nobody is signed in");
        }
    }
}
