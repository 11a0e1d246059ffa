// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.access.account.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Secrets that a browser keeps for us, and shows to no script and no other site. */
final class Cookies {

    /** Until the browser is closed. */
    static final Duration WHILE_OPEN = Duration.ofSeconds(-1);

    private Cookies() {
    }

    /** The secret under that name; what is none is as if it were not there. */
    static Optional<String> secret(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(Secret::isOne)
                .findFirst();
    }

    /** Has the browser keep a secret for so long. */
    static void keep(HttpServletRequest request, HttpServletResponse response, String name, String secret,
            Duration time) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, secret)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(time)
                .build()
                .toString());
    }
}
