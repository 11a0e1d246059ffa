// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the record: every event, one row each, as it was recorded. */
public final class RecordReads {

    private static final String ENTRY = """
            select r.*, o.event_id as corrected_event, array(
                select c.event_id from memory.record c
                where c.corrects = r.position and c.position <= ? order by c.position
            ) as corrected_by
            from memory.record r left join memory.record o on o.position = r.corrects
            """;

    /** The last word may be the beginning of one. */
    private static final String FOUND = """
            to_tsvector('simple', r.search) @@ (
                select case when q like '%''' then q || ':*' else nullif(q, '') end::tsquery
                from (select websearch_to_tsquery('simple', ?)::text as q) typed)""";

    private final Snapshots snapshots;

    public RecordReads(DataSource dataSource) {
        this.snapshots = new Snapshots(dataSource);
    }

    /** A page of events in the order of their positions. */
    public RecordPage list(RecordQuery query) {
        return snapshots.read(sql -> {
            long position = Moment.position(sql);
            long knownOn = query.knownOn() == null ? position : Math.min(query.knownOn(), position);
            var found = find(sql, query, knownOn);
            var page = found.subList(0, Math.min(found.size(), query.limit()));
            var next = found.size() > page.size() ? page.getLast().position() : null;
            return new RecordPage(position, List.copyOf(page), next);
        });
    }

    /** How many events there are, whatever the page; no more than this many are counted. */
    public int count(RecordQuery query, int most) {
        return snapshots.read(sql -> {
            long knownOn = query.knownOn() == null ? Moment.position(sql) : query.knownOn();
            var text = new StringBuilder("select count(*) from (select from memory.record r\n");
            var values = new ArrayList<Object>();
            narrow(text, values, query, knownOn);
            values.add(most);
            return sql.sql(text.append("limit ?) counted").toString())
                    .params(values)
                    .query(Integer.class)
                    .single();
        });
    }

    /** Everybody who ever recorded anything, one look each; no more than this many. */
    public List<Subject> actors(int most) {
        return snapshots.read(sql -> sql.sql("""
                with recursive actors (actor) as (
                    (select min(actor) from memory.record)
                    union all
                    select (select min(r.actor) from memory.record r where r.actor > a.actor)
                    from actors a where a.actor is not null
                ) select actor from actors where actor is not null limit ?""")
                .param(most)
                .query((row, number) -> Subject.of(row.getString("actor")))
                .list());
    }

    /** One event; empty where there is none of the id. */
    public Optional<RecordEntry> event(String eventId) {
        return snapshots.read(sql -> sql.sql(ENTRY + "where r.event_id = ?")
                .params(Long.MAX_VALUE, eventId)
                .query((row, number) -> entry(row))
                .optional());
    }

    /**
     * A day on which something happened.
     *
     * @param facts how many
     * @param names the stored names of them, each once
     */
    public record Day(LocalDate day, int facts, List<String> names) {
    }

    /**
     * The days on which something happened to a subject, in their order, as they were first recorded.
     *
     * @param knownOn recorded up to that position; null for all
     */
    public List<Day> days(Subject subject, @Nullable Long knownOn) {
        return snapshots.read(sql -> sql.sql("""
                select r.occurred_on, count(*) as facts, array_agg(distinct r.name) as names
                from memory.mention m join memory.record r on r.position = m.position
                where m.subject = ? and m.position <= ? group by r.occurred_on order by r.occurred_on""")
                .params(subject.toString(), knownOn == null ? Long.MAX_VALUE : knownOn)
                .query((row, number) -> new Day(row.getObject("occurred_on", LocalDate.class),
                        row.getInt("facts"), strings(row.getArray("names"))))
                .list());
    }

    private static List<RecordEntry> find(JdbcClient sql, RecordQuery query, long knownOn) {
        var text = new StringBuilder(ENTRY);
        var values = new ArrayList<Object>(List.of(knownOn));
        var position = narrow(text, values, query, knownOn);
        where(text, values, position + (query.newestFirst() ? " < ?" : " > ?"), query.cursor());
        text.append("order by ")
                .append(position)
                .append(query.newestFirst() ? " desc" : "")
                .append(" limit ?");
        values.add(query.limit() + 1);
        return sql.sql(text.toString()).params(values).query((row, number) -> entry(row)).list();
    }

    /** Narrows to what is asked for, and answers which position gives the order. */
    private static String narrow(StringBuilder text, List<Object> values, RecordQuery query, long knownOn) {
        if (query.subject() != null) {
            text.append("join memory.mention m on m.position = r.position and m.subject = ?\n");
            values.add(query.subject().toString());
        }
        // With a subject its index gives the order, without one the record's own.
        var position = query.subject() == null ? "r.position" : "m.position";
        text.append("where ").append(position).append(" <= ?\n");
        values.add(knownOn);
        where(text, values, "r.story = ?", query.story());
        where(text, values, "r.topic = ?", query.topic());
        where(text, values, "r.name = ?", query.name());
        where(text, values, "r.actor = ?", query.actor());
        where(text, values, FOUND, query.text());
        where(text, values, "r.recorded_at >= ?", utc(query.from()));
        where(text, values, "r.recorded_at < ?", utc(query.until()));
        where(text, values, "r.occurred_on >= ?", query.occurredFrom());
        where(text, values, "r.occurred_on <= ?", query.occurredUntil());
        return position;
    }

    private static void where(StringBuilder text, List<Object> values, String condition,
            @Nullable Object value) {
        if (value != null) {
            text.append("and ").append(condition).append('\n');
            values.add(value instanceof Subject subject ? subject.toString() : value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static RecordEntry entry(ResultSet row) throws SQLException {
        return new RecordEntry(row.getLong("position"), row.getString("event_id"), row.getString("stream"),
                row.getString("entity"), row.getLong("entity_version"), row.getString("topic"),
                row.getString("name"), row.getString("actor"), row.getString("capacity"),
                row.getString("on_behalf_of"), row.getString("attestation"), row.getString("story"),
                row.getString("causation"), row.getString("visibility"), row.getString("source_ref"),
                row.getString("language"), row.getString("command_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_on", LocalDate.class), strings(row.getArray("subjects")),
                row.getString("corrected_event"), strings(row.getArray("corrected_by")),
                row.getString("payload"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
