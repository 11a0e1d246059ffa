// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import orgmemory.access.ErrorAnswers;
import orgmemory.access.WhoMay;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.GenericFilterBean;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/** The whole way in of a program with a token: nothing is asked or kept that only people need. */
final class TokenEntrance extends GenericFilterBean {

    private static final String SCHEME = "Bearer";
    private static final String STATES = "/api/views/";
    private static final String COMMANDS = "/api/commands/";

    private final Bearers bearers;
    private final AuthenticationEntryPoint refusals;
    private final DefaultBearerTokenResolver tokens = new DefaultBearerTokenResolver();

    TokenEntrance(Bearers bearers, ErrorAnswers refusals) {
        this.bearers = bearers;
        this.refusals = refusals;
    }

    /** Whoever shows a token to ask what programs ask. */
    static RequestMatcher comers() {
        return request -> {
            var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
            return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    && request.getRequestURI().startsWith("/api/");
        };
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        var response = (HttpServletResponse) answered;
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        EntryConfiguration.answerToPrograms(response);
        try {
            var token = tokens.resolve(request);
            if (token == null) {
                throw new InvalidBearerTokenException("token.unknown");
            }
            enter(new TokenBearer(bearers, token), request, response, chain);
        } catch (AuthenticationException refused) {
            response.resetBuffer();
            refusals.commence(request, response, refused);
        }
    }

    private static void enter(TokenBearer bearer, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        bearer.come();
        try {
            ScopedValue.where(WhoMay.ASKING, bearer).call(() -> {
                if (!looksItself(request)) {
                    bearer.confirm();
                }
                chain.doFilter(new Introduced(request, bearer), response);
                if (!response.isCommitted()) {
                    bearer.confirm();
                }
                return null;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Whether the counts are read there beside what is read anyway, before anything is answered or done: by the
     * statement that reads a state, and by the dispatcher before it takes a command.
     */
    private static boolean looksItself(HttpServletRequest request) {
        var path = request.getRequestURI();
        return switch (request.getMethod()) {
            case "GET" -> path.startsWith(STATES) && path.indexOf('/', STATES.length()) > 0;
            case "POST" -> path.startsWith(COMMANDS);
            default -> false;
        };
    }

    /** A request that says who asks, as controllers want to know. */
    private static final class Introduced extends HttpServletRequestWrapper {

        private final TokenBearer bearer;

        Introduced(HttpServletRequest request, TokenBearer bearer) {
            super(request);
            this.bearer = bearer;
        }

        @Override
        public Principal getUserPrincipal() {
            return bearer.authentication();
        }

        @Override
        public String getRemoteUser() {
            return bearer.authentication().getName();
        }
    }
}
