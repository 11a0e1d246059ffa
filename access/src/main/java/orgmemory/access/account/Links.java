// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time links: each lets one person open an account, once. Of those made for a person only the newest holds. */
public final class Links {

    /** How long a link holds that a memory keeper made. */
    public static final Duration HOLDS = Duration.ofDays(7);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final String HOLDING = " used_at is null and withdrawn_at is null ";

    private final JdbcClient jdbc;

    /**
     * A link that holds.
     *
     * @param person whom it lets in; null for the first memory keeper, who is not registered yet
     */
    public record Link(@Nullable PersonId person) {
    }

    private record Row(@Nullable String person, boolean used, boolean withdrawn, boolean late) {
    }

    public Links(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** Makes the link of the first memory keeper anew, and answers its code. The one of an earlier start holds no more. */
    public String forFirstKeeper() {
        jdbc.sql("update access.link set withdrawn_at = now() where person is null and" + HOLDING).update();
        return make(null, null, null);
    }

    /** Makes a link for a person, and answers its code. */
    String make(PersonId person, PersonId by) {
        withdraw(person);
        return make(person, by, HOLDS);
    }

    /** The link of that code. */
    public Link open(String code) {
        return find(code, "").map(Links::holding).orElseThrow(Links::unknown);
    }

    /** The same, and nobody else uses it before this transaction ends. Whoever comes second does not wait for the first. */
    Link take(String code) {
        return find(code, " for update skip locked").map(Links::holding).orElseGet(() -> {
            open(code);
            throw new HttpProblem(409, "link.in-use");
        });
    }

    /** From now on the code opens nothing, nor does any other link that was made for the person. */
    void use(String code, PersonId person) {
        jdbc.sql("update access.link set used_at = now() where hash = :hash")
                .param("hash", Secret.hash(code))
                .update();
        withdraw(person);
    }

    /** From now on no link opens an account for the person. */
    void withdraw(PersonId person) {
        jdbc.sql("update access.link set withdrawn_at = now() where person = :person and" + HOLDING)
                .param("person", person.value())
                .update();
    }

    private String make(@Nullable PersonId person, @Nullable PersonId by, @Nullable Duration holds) {
        var code = Secret.make();
        jdbc.sql("""
                insert into access.link (hash, person, made_by, valid_until)
                values (:hash, :person, :by, now() + make_interval(secs => :seconds))
                """)
                .param("hash", Secret.hash(code))
                .param("person", person == null ? null : person.value())
                .param("by", by == null ? null : by.value())
                .param("seconds", holds == null ? null : (double) holds.toSeconds())
                .update();
        return code;
    }

    private Optional<Row> find(String code, String locking) {
        if (!FORM.matcher(code).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select person, used_at is not null as used, withdrawn_at is not null as withdrawn,
                       coalesce(valid_until < now(), false) as late
                from access.link where hash = :hash
                """ + locking).param("hash", Secret.hash(code)).query(Row.class).optional();
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
        return new Link(row.person() == null ? null : PersonId.of(row.person()));
    }

    private static HttpProblem spent(String code) {
        return new HttpProblem(410, code);
    }

    private static HttpProblem unknown() {
        return new HttpProblem(404, "link.unknown");
    }
}
