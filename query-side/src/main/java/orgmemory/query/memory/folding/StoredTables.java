// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orgmemory.journal.EventCodec;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.history.ViewHistory;
import orgmemory.query.memory.history.Standings;
import orgmemory.query.memory.history.Standings.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables keep of a view up to the position where it stands; the record may have gone further. */
final class StoredTables implements ViewHistory {

    /** A fact and its last correction, as far as they are known at a position. */
    private static final String STANDING = "select " + RecordRow.COLUMNS + """
            , c.name as correction_name, c.revision as correction_revision, c.payload as correction
            from memory.record r left join lateral (
                select name, revision, payload, fact_day from memory.record
                where corrects = r.position and position <= :upTo order by position desc limit 1
            ) c on true
            """;

    private final JdbcClient sql;
    private final EventCodec codec;
    private final int view;
    private long upTo;

    StoredTables(JdbcClient sql, EventCodec codec, int view) {
        this.sql = sql;
        this.codec = codec;
        this.view = view;
    }

    /** The view stands there now. */
    void standsAt(long position) {
        upTo = position;
    }

    @Override
    public Map<String, Latest> latest(Collection<String> keys) {
        var latest = new HashMap<String, Latest>();
        sql.sql("select key, day, state from memory.present where view = :view and key = any(:keys)")
                .param("view", view)
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    latest.put(row.getString("key"),
                            new Latest(row.getObject("day", LocalDate.class), row.getString("state")));
                });
        return latest;
    }

    @Override
    public Past past(String key, LocalDate from) {
        return new Past(base(key, from), days(key, from), facts(key, from));
    }

    private @Nullable String base(String key, LocalDate from) {
        var rows = sql.sql("""
                select state from memory.version where view = ? and key = ? and day < ?
                order by day desc, known desc limit 1""")
                .params(view, key, from)
                .query((row, number) -> new Latest(from, row.getString("state")))
                .list();
        return rows.isEmpty() ? null : rows.getFirst().state();
    }

    private List<LocalDate> days(String key, LocalDate from) {
        return sql.sql("select distinct day from memory.version where view = ? and key = ? and day >= ?")
                .params(view, key, from)
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list();
    }

    private List<Fact> facts(String key, LocalDate from) {
        return sql
                .sql(STANDING
                        + """
                                where r.position in (select known from memory.version where view = :view and key = :key
                                                     union select position from memory.touch where view = :view and key = :key)
                                and r.position <= :upTo and r.corrects is null
                                and case when c.name is null then r.fact_day else c.fact_day end >= :from""")
                .param("upTo", upTo)
                .param("view", view)
                .param("key", key)
                .param("from", from)
                .query((row, number) -> Objects.requireNonNull(standing(row, codec).now()))
                .list();
    }

    /** How facts stand at a position, by event id. */
    static Map<String, Standing> standing(JdbcClient sql, EventCodec codec, Collection<String> eventIds,
            long upTo) {
        var standing = new HashMap<String, Standing>();
        sql.sql(STANDING + "where r.event_id = any(:ids) and r.position <= :upTo and r.corrects is null\n"
                + "and r.fact_day is not null")
                .param("upTo", upTo)
                .param("ids", eventIds.toArray(String[]::new))
                .query(row -> {
                    standing.put(row.getString("event_id"), standing(row, codec));
                });
        return standing;
    }

    private static Standing standing(ResultSet row, EventCodec codec) throws SQLException {
        var original = RecordRow.fact(row, codec);
        var name = row.getString("correction_name");
        if (name == null) {
            return new Standing(original, original);
        }
        var correction = RecordRow.event(name, row.getInt("correction_revision"), row.getString("correction"),
                codec);
        return new Standing(original, Standings.apply(original, (CorrectionEvent) correction, codec));
    }
}
