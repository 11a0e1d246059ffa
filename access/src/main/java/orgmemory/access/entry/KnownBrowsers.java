// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Secret;
import orgmemory.message.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Browsers in which somebody has signed in with their password before. A browser keeps one secret; the database keeps, for
 * each person, a hash of the secret and the person together, so one person's cookie helps with nobody else's name. It opens
 * nothing: it says whose guesses these are, and ends with the password.
 */
public final class KnownBrowsers {

    private static final String COOKIE = "browser";
    private static final Duration REMEMBERED = Duration.ofDays(400);
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Accounts accounts;

    KnownBrowsers(DataSource source, Accounts accounts) {
        this.jdbc = JdbcClient.create(source);
        this.accounts = accounts;
    }

    /** Names the browser, if the owner of the sign-in name has signed in in it since they chose their password. */
    public Optional<String> known(HttpServletRequest request, String signInName) {
        return Cookies.secret(request, COOKIE)
                .flatMap(secret -> accounts.named(signInName)
                        .map(person -> hash(secret, person))
                        .filter(this::isKept)
                        .map(HexFormat.of()::formatHex));
    }

    /** The person has signed in here with their password. */
    public void remember(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var secret = Cookies.secret(request, COOKIE).orElseGet(Secret::make);
        jdbc.sql("""
                insert into access.browser (hash, person) values (:hash, :person)
                on conflict (hash) do update set used_at = clock_timestamp()
                """).param("hash", hash(secret, person)).param("person", person.value()).update();
        jdbc.sql("""
                delete from access.browser where person = :person and hash not in (
                    select hash from access.browser where person = :person order by used_at desc limit :most)
                """).param("person", person.value()).param("most", MOST).update();
        Cookies.keep(request, response, COOKIE, secret, REMEMBERED);
    }

    private boolean isKept(byte[] hash) {
        return jdbc.sql("select exists (select from access.browser where hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private static byte[] hash(String secret, PersonId person) {
        return Secret.hash(secret + " " + person);
    }
}
