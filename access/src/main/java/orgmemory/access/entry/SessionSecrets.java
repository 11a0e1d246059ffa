// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import orgmemory.access.account.Secret;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * What a browser shows is a secret; the session's id is a hash of it, and that is all the database knows. So a copy of the
 * database opens no session.
 */
final class SessionSecrets implements SessionIdGenerator, HttpSessionIdResolver {

    /** Text of 27 bytes, which is as long as the column is wide. */
    private static final int ID = 36;

    private static final int BEGINNING_AT_ONCE = 10_000;

    private final CookieSerializer cookie;

    /** Of sessions that begin with the present answers: who was not told by then never will be. */
    private final Cache<String, String> beginning = Caffeine.newBuilder()
            .maximumSize(BEGINNING_AT_ONCE)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    SessionSecrets(CookieSerializer cookie) {
        this.cookie = cookie;
    }

    @Override
    public String generate() {
        var secret = Secret.make();
        var id = id(secret);
        beginning.put(id, secret);
        return id;
    }

    private static String id(String secret) {
        return Base64.getUrlEncoder().encodeToString(Secret.hash(secret)).substring(0, ID);
    }

    /** Whatever is no secret of ours is as if nothing were shown. */
    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return cookie.readCookieValues(request)
                .stream()
                .filter(Secret::isOne)
                .map(SessionSecrets::id)
                .toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        var secret = beginning.getIfPresent(id);
        if (secret != null) {
            cookie.writeCookieValue(new CookieValue(request, response, secret));
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookie.writeCookieValue(new CookieValue(request, response, ""));
    }
}
