// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.View;
import orgmemory.query.memory.reading.Answers.Kept;
import orgmemory.query.memory.reading.StoredViews.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One state by one statement: where the memory and the view stand, what is kept of the key, and the version of its entity. A
 * statement sees the memory at one position, so it needs no transaction around it. What was found last of the present is
 * kept at hand: as long as memory and view stand where they stood, the statement asks for nothing else.
 */
final class OneState {

    private static final String STANDING = """
            from memory.progress p left join memory.view v on v.name = ? and v.status = 'LIVE'
            """;
    private static final String PRESENT = STANDING
            + """
                    left join memory.present s on s.view = v.id and s.key = ?
                    left join lateral (
                        select entity_version from memory.record r where r.entity = ? order by entity_version desc limit 1
                    ) e on true""";
    private static final String PAST = STANDING
            + """
                    left join memory.record l on l.position = least(?, p.position)
                    left join lateral (
                        select state from memory.version s where s.view = v.id and s.key = ?
                            and s.day <= least(?, coalesce(l.latest_day, date '1970-01-01')) and s.known <= least(?, p.position)
                        order by s.day desc, s.known desc limit 1
                    ) s on true""";
    private static final String COLUMNS = "select p.position, v.id, v.version, v.position as folded, ";

    /** So many characters of states are kept at hand. */
    private static final long AT_HAND = 8_000_000;

    private final JdbcTemplate jdbc;
    private final Witness witness;
    private final String standing;
    private final String present;
    private final String past;
    private final Arrivals arrivals;
    private final Cache<Name, Last> last = Caffeine.newBuilder()
            .maximumWeight(AT_HAND)
            .weigher((Name name, Last kept) -> name.key.length() + kept.found.size())
            .build();

    private record Name(String view, String key) {
    }

    /** What was found last, and how often the memory had moved on before. */
    private record Last(Found found, long moves) {
    }

    /**
     * What the statement found.
     *
     * @param served  null where the view is not read now
     * @param state   null where the key did not exist, or was not known, then
     * @param version of the entity, in present reads only
     */
    record Found(long position, @Nullable Served served, @Nullable String state, @Nullable Long version,
            String witness) {

        private boolean stands(Found now) {
            return position == now.position && Objects.equals(served, now.served);
        }

        private int size() {
            return 200 + (state == null ? 0 : state.length());
        }

        <S> Optional<Answer> answer(View<S> view, String key, BitemporalPoint point, LocalDate today) {
            if (served == null || state == null) {
                return Optional.empty();
            }
            var moment = new ReadPoint(Objects.requireNonNullElse(point.asOf(), today),
                    Math.min(Objects.requireNonNullElse(point.knownOn(), position), position), position,
                    LocalDate.EPOCH, point.present());
            return Optional.of(new Answers<>(view, served, moment).of(new Kept(key, state),
                    served.isOf(view) ? version : null));
        }
    }

    OneState(DataSource dataSource, Witness witness, Arrivals arrivals) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.witness = witness;
        this.arrivals = arrivals;
        var columns = COLUMNS + witness.column() + " as witness, ";
        this.standing = columns + "null::text as state, null::bigint as entity_version " + STANDING;
        this.present = columns + "s.state, e.entity_version " + PRESENT;
        this.past = columns + "s.state, null::bigint as entity_version " + PAST;
    }

    /** The state of a view without parts, or at clocks that ask for none. */
    Found read(View<?> view, String key, BitemporalPoint point, LocalDate today) {
        return point.present()
                ? present(new Name(view.name(), key), entity(view, key))
                : past(view, key, Objects.requireNonNullElse(point.asOf(), today),
                        Objects.requireNonNullElse(point.knownOn(), Long.MAX_VALUE));
    }

    private Found present(Name name, String entity) {
        var known = last.getIfPresent(name);
        long moves = arrivals.moves();
        // Where the memory has gone on since, as far as is known here, it is not worth asking.
        if (known != null && known.moves == moves && known.found.stands(select(standing, name.view))) {
            return known.found;
        }
        var found = select(present, name.view, name.key, entity);
        if (found.state != null) {
            last.put(name, new Last(found, moves));
        }
        return found;
    }

    private Found past(View<?> view, String key, LocalDate asOf, long knownOn) {
        return select(past, view.name(), knownOn, key, asOf, knownOn);
    }

    private Found select(String sql, Object... values) {
        var found = Objects.requireNonNull(jdbc.query(sql, row -> {
            row.next();
            return found(row);
        }, values));
        // Whoever is told may ask the database in turn, and this connection is free again.
        witness.receiver().accept(found.witness());
        return found;
    }

    /** No key that could not be one of the view's is found. */
    private static String entity(View<?> view, String key) {
        try {
            return view.entity(key).toString();
        } catch (IllegalArgumentException noKey) {
            return "";
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        var served = row.wasNull()
                ? null
                : new Served(id, row.getInt("version"), row.getLong("folded"),
                        row.getLong("position"));
        return new Found(row.getLong("position"), served, row.getString("state"),
                row.getObject("entity_version", Long.class), row.getString("witness"));
    }
}
