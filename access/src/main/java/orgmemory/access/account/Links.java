// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One-time links: each lets one person open an account, or choose another password, once. Of those made for a person only
 * the newest holds. They are made and used by the commits of facts: {@link AccountFacts}.
 */
public final class Links {

    /** How long a link holds that a memory keeper made. */
    public static final Duration HOLDS = Duration.ofDays(7);

    private static final String HOLDING = " used_at is null and withdrawn_at is null ";

    private final JdbcClient jdbc;

    /**
     * A link that holds.
     *
     * @param id     as facts name it; it opens nothing
     * @param person whom it lets in; null for the first memory keeper, who is not registered yet
     */
    public record Link(UUID id, @Nullable PersonId person) {
    }

    /**
     * A link that the person has not seen.
     *
     * @param by       the id of who made it
     * @param day      of its fact
     * @param position of its fact
     * @param used     whether somebody came in by it
     */
    public record Unseen(String by, LocalDate day, long position, boolean used) {
    }

    private record Row(UUID id, @Nullable String person, boolean used, boolean withdrawn, boolean late) {
    }

    public Links(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** Makes the link of the first memory keeper anew, and answers its code. The one of an earlier start holds no more. */
    String forFirstKeeper() {
        var code = Secret.make();
        jdbc.sql("update access.link set withdrawn_at = now() where person is null and" + HOLDING).update();
        jdbc.sql("insert into access.link (hash) values (:hash)").param("hash", Secret.hash(code)).update();
        return code;
    }

    /** The link of that code. */
    public Link open(String code) {
        return find(code).map(Links::holding).orElseThrow(Links::unknown);
    }

    /** Links that others made for the person, and of which they have not said yet that they saw them. */
    public List<Unseen> unseen(PersonId person) {
        return jdbc.sql("""
                select made_by as by, made_on as day, position, used_at is not null as used from access.link
                where person = :person and position is not null and seen_at is null
                order by position desc limit 10
                """).param("person", person.value()).query(Unseen.class).list();
    }

    /** The person has seen all that was made for them up to that fact. */
    public void seen(PersonId person, long position) {
        jdbc.sql("""
                update access.link set seen_at = now()
                where person = :person and position <= :position and seen_at is null
                """).param("person", person.value()).param("position", position).update();
    }

    private Optional<Row> find(String code) {
        if (!Secret.isOne(code)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select id, person, used_at is not null as used, withdrawn_at is not null as withdrawn,
                       coalesce(valid_until < now(), false) as late
                from access.link where hash = :hash
                """).param("hash", Secret.hash(code)).query(Row.class).optional();
    }

    private static Link holding(Row row) {
        if (row.used()) {
            throw spent("link.used");
        }
        if (row.withdrawn()) {
            throw spent("link.withdrawn");
        }
        if (row.late()) {
            throw spent("link.late");
        }
        return new Link(row.id(), row.person() == null ? null : new PersonId(row.person()));
    }

    private static HttpProblem spent(String code) {
        return new HttpProblem(410, code);
    }

    private static HttpProblem unknown() {
        return new HttpProblem(404, "link.unknown");
    }
}
