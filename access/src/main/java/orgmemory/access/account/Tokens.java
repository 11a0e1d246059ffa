// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.message.Texts;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bearer tokens: 256 random bits that stand for a person, for their programs. The memory keeps only their hash. They hold
 * until they are revoked, each by its owner or all together when the access is taken away.
 */
public final class Tokens {

    private static final String PREFIX = "om_";
    private static final int LONGEST_LABEL = 100;
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    /**
     * A token as its owner sees it, with days in universal time.
     *
     * @param lastUsedOn when it last stood for its owner; null before the first time
     */
    public record Listed(UUID id, String label, LocalDate madeOn, @Nullable LocalDate lastUsedOn) {
    }

    private record Found(String person, boolean usedToday) {
    }

    public Tokens(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /**
     * Makes a token that no fact tells of, for whoever sets a memory up where nobody can be asked yet. People make theirs by
     * {@link Admission#ownToken}. Its text is answered once and cannot be read again.
     */
    public String issue(PersonId person, String label) {
        var token = text();
        jdbc.sql("insert into access.token (hash, person, label) values (:hash, :person, :label)")
                .param("hash", Secret.hash(token))
                .param("person", person.value())
                .param("label", label)
                .update();
        return token;
    }

    /** The text of a token that there is not yet. */
    public static String text() {
        return PREFIX + Secret.make();
    }

    /** The label as it is kept; refused where it tells nothing, or there are too many tokens already. */
    String label(PersonId person, String typedLabel) {
        var label = Texts.peeled(typedLabel);
        if (label.isEmpty()) {
            throw HttpProblem.malformed("label", "NotBlank");
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            throw HttpProblem.malformed("label", "Size.max", LONGEST_LABEL);
        }
        if (of(person).size() >= MOST) {
            throw HttpProblem.malformed("label", "token.too-many", MOST);
        }
        return label;
    }

    /** A token as the memory knows it. */
    public record Hash(ByteBuffer bytes) {
    }

    /** What the memory keeps of a token. */
    public static Hash hash(String token) {
        return new Hash(ByteBuffer.wrap(Secret.hash(token)).asReadOnlyBuffer());
    }

    /** Whom a token stands for; empty where it is unknown or revoked. */
    public Optional<PersonId> find(String token) {
        var hash = Secret.hash(token);
        var found = jdbc
                .sql("""
                        select person, last_used_on is not distinct from (now() at time zone 'UTC')::date as used_today
                        from access.token where hash = :hash and revoked_at is null
                        """)
                .param("hash", hash)
                .query(Found.class)
                .optional();
        if (found.isPresent() && !found.get().usedToday()) {
            jdbc.sql(
                    "update access.token set last_used_on = (now() at time zone 'UTC')::date where hash = :hash")
                    .param("hash", hash)
                    .update();
        }
        return found.map(Found::person).map(PersonId::new);
    }

    /** The tokens that stand for a person, the newest first. */
    public List<Listed> of(PersonId person) {
        return jdbc
                .sql("""
                        select id, label, (created_at at time zone 'UTC')::date as made_on, last_used_on from access.token
                        where person = :person and revoked_at is null order by created_at desc, id
                        """)
                .param("person", person.value())
                .query(Listed.class)
                .list();
    }

    /** From now on the token opens nothing. */
    public void revoke(String token) {
        jdbc.sql("update access.token set revoked_at = now() where hash = :hash and revoked_at is null")
                .param("hash", Secret.hash(token))
                .update();
    }

    /** Whether that token stands for the person now. */
    public boolean isOpen(PersonId person, UUID id) {
        return of(person).stream().anyMatch(token -> token.id().equals(id));
    }
}
