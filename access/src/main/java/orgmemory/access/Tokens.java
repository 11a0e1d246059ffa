// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.message.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bearer tokens: 256 random bits that stand for a person. The memory keeps only their hash. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "om_";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    public Tokens(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** Makes a token for a person. Its text is answered once and cannot be read again. */
    public String issue(PersonId person, String label) {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into access.token (hash, person, label) values (:hash, :person, :label)")
                .param("hash", hash(token))
                .param("person", person.value())
                .param("label", label)
                .update();
        return token;
    }

    /** Whom a token stands for; empty where it is unknown or revoked. */
    public Optional<PersonId> find(String token) {
        return jdbc.sql("select person from access.token where hash = :hash and revoked_at is null")
                .param("hash", hash(token))
                .query(String.class)
                .optional()
                .map(PersonId::of);
    }

    /** From now on the token opens nothing. */
    public void revoke(String token) {
        jdbc.sql(
                "update access.token set revoked_at = now() where hash = :hash and revoked_at is null")
                .param("hash", hash(token))
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
