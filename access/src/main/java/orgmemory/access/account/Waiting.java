// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import orgmemory.message.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets that wait for their fact. One that waits opens nothing; the commit of its fact moves it to where it does. So a
 * crash before that commit leaves a secret that nobody can use, and is swept away; after it nothing is left to do.
 */
public final class Waiting {

    /** Longer than any command may take. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient jdbc;

    public Waiting(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** A link's code or a token, under the id that the fact will name; the latest holds. */
    public void secret(UUID id, PersonId person, String secret) {
        jdbc.sql("""
                insert into access.waiting (id, person, hash) values (:id, :person, :hash)
                on conflict (id) do update set person = excluded.person, hash = excluded.hash,
                    since = clock_timestamp()
                """)
                .param("id", id)
                .param("person", person.value())
                .param("hash", Secret.hash(secret))
                .update();
    }

    /** A name and a password, both found fit to be used, under the id that the fact will name; the latest holds. */
    void account(UUID id, PersonId person, SignInName name, String encodedPassword) {
        jdbc.sql("""
                insert into access.waiting (id, person, sign_in_name, name_key, password)
                values (:id, :person, :name, :key, :password)
                on conflict (id) do update set person = excluded.person, sign_in_name = excluded.sign_in_name,
                    name_key = excluded.name_key, password = excluded.password, since = clock_timestamp()
                """)
                .param("id", id)
                .param("person", person.value())
                .param("name", name.shown())
                .param("key", name.key())
                .param("password", encodedPassword)
                .update();
    }

    /** Takes back what waits, since its fact was refused; answers whether it was still waiting. */
    public boolean takeBack(UUID id) {
        return jdbc.sql("delete from access.waiting where id = :id").param("id", id).update() > 0;
    }

    /** Forgets what has waited for so long that no fact can come any more. */
    void sweep() {
        jdbc.sql("delete from access.waiting where since < now() - make_interval(secs => :seconds)")
                .param("seconds", (double) LONGEST.toSeconds())
                .update();
    }
}
