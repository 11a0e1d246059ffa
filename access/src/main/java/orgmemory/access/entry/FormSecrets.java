// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import orgmemory.access.account.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The secret that each form carries, so that no other site can send it. Whoever is signed in has it in their session; a
 * visitor has it in a cookie, so that looking at the sign-in page writes nothing into the database.
 */
final class FormSecrets implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";
    private static final String KEPT = FormSecrets.class.getName();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Secret.make());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request,
            HttpServletResponse response) {
        var session = session(request);
        var secret = token == null ? null : token.getToken();
        if (session.isPresent()) {
            session.get().setAttribute(KEPT, secret);
        } else if (secret != null) {
            Cookies.keep(request, response, cookie(request), secret, Cookies.WHILE_OPEN);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = session(request);
        var kept = session.isPresent()
                ? Optional.ofNullable(session.get().getAttribute(KEPT)).map(Object::toString)
                : Cookies.secret(request, cookie(request));
        return kept.filter(Secret::isOne).map(FormSecrets::token).orElse(null);
    }

    private static Optional<HttpSession> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).filter(SignedIn::holdsAPerson);
    }

    /** Under the longer name no other site of the same domain can set it. */
    private static String cookie(HttpServletRequest request) {
        return request.isSecure() ? "__Host-form" : "form";
    }

    private static CsrfToken token(String secret) {
        return new DefaultCsrfToken(HEADER, FIELD, secret);
    }
}
