// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import orgmemory.access.account.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Those who look on over an answer that goes on for long, as a stream of events does: by a session or by a token. Both may end
 * while it goes on, by signing out, by another password, or with the access; then the answer has to end as well.
 */
public final class Lookers {

    private static final String BEARER = "Bearer ";

    private final JdbcClient jdbc;

    /** By what somebody looks on. Neither opens anything: both are kept as hashes. */
    public record Looker(By by, String id) {

        /** The two ways in, and none. */
        public enum By {
            SESSION, TOKEN, NOTHING
        }
    }

    Lookers(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** By what this request came in. */
    public static Looker of(HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown != null && shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Looker(Looker.By.TOKEN,
                    HexFormat.of().formatHex(Secret.hash(shown.substring(BEARER.length()).strip())));
        }
        var session = request.getSession(false);
        return session == null ? new Looker(Looker.By.NOTHING, "") : of(session);
    }

    static Looker of(HttpSession session) {
        return new Looker(Looker.By.SESSION, session.getId());
    }

    /** Those of them who may look on no longer. */
    public Set<Looker> gone(Collection<Looker> lookers) {
        var gone = new HashSet<>(lookers);
        gone.removeAll(here(lookers, Looker.By.SESSION,
                "select session_id from access.session where session_id in (:ids) and principal_name is not null"));
        gone.removeAll(here(lookers, Looker.By.TOKEN, """
                select encode(hash, 'hex') from access.token
                where encode(hash, 'hex') in (:ids) and revoked_at is null
                """));
        return gone;
    }

    private Set<Looker> here(Collection<Looker> lookers, Looker.By by, String sql) {
        List<String> ids = lookers.stream()
                .filter(looker -> looker.by() == by)
                .map(Looker::id)
                .distinct()
                .toList();
        Function<String, Looker> looker = id -> new Looker(by, id);
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql(sql)
                        .param("ids", ids)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(looker)
                        .collect(Collectors.toSet());
    }
}
