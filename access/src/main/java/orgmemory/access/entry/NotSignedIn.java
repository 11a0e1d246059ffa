// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import orgmemory.access.ErrorAnswers;
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

    private final ErrorAnswers problems;

    NotSignedIn(ErrorAnswers problems) {
        this.problems = problems;
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
            throws IOException {
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
