// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;

/**
 * What is known of who may do what, from memory. The database counts the changes of it, whichever process makes them; each
 * request reads the counts, by themselves or beside what it reads anyway, and where one has moved all is asked anew and the
 * request is judged again. So whatever is taken from somebody is gone from their next request on.
 */
public final class WhoMay {

    /** Who asks in this request; judged again where something has changed since. */
    public static final ScopedValue<Asking> ASKING = ScopedValue.newInstance();

    private static final int LIMIT = 50_000;
    private static final PreparedStatementSetter NOTHING = _ -> {};

    private final JdbcTemplate jdbc;
    private final String counts;
    private final String statement;
    private volatile Known known = new Known("", new ConcurrentHashMap<>());

    /** All of it was asked after the counts had been read. */
    private record Known(String counts, Map<Object, Object> answers) {
    }

    /** Whoever asks in a request. */
    public interface Asking {

        /**
         * Told the counts as they are now.
         *
         * @throws org.springframework.security.core.AuthenticationException where they may no longer ask
         */
        void look(String counts);

        /** Looks now, unless that has been done in this request. */
        void confirm();
    }

    public WhoMay(DataSource source, List<ChangeCount> counted) {
        this.jdbc = new JdbcTemplate(source);
        this.counts = counted.stream()
                .map(ChangeCount::sql)
                .collect(Collectors.joining(" || '.' || ", "(", ")::text"));
        this.statement = "select " + counts;
    }

    /** The counts as a column of a statement; its value goes to {@link #look(String)} before anything leaves. */
    public String counts() {
        return counts;
    }

    /** The counts that what is known at present goes with. What is asked from memory from now on is at least as new. */
    public String knownAt() {
        return known.counts;
    }

    /** Reads the counts. Afterwards whatever is asked from memory holds as of now, and whoever asks has been judged by it. */
    public void look() {
        look(Objects.requireNonNull(jdbc.query(statement, NOTHING, row -> {
            row.next();
            return row.getString(1);
        })));
    }

    /** The same, with counts that a statement of this request has read. */
    public void look(String now) {
        if (!known.counts.equals(now)) {
            known = new Known(now, new ConcurrentHashMap<>());
        }
        if (ASKING.isBound()) {
            ASKING.get().look(now);
        }
    }

    /**
     * The answer to a question, from memory where it has been asked since the last change.
     *
     * @param question a record of its own kind, always with the same type of answer
     */
    @SuppressWarnings("unchecked")
    public <T> T known(Object question, Supplier<T> ask) {
        var at = known;
        if (at.answers.size() > LIMIT) {
            at = new Known(at.counts, new ConcurrentHashMap<>());
            known = at;
        }
        var answer = at.answers.get(question);
        if (answer == null) {
            answer = Objects.requireNonNull(ask.get());
            at.answers.put(question, answer);
        }
        return (T) answer;
    }
}
