// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.message.Subject;
import orgmemory.query.memory.folding.RecordRow;
import orgmemory.query.memory.search.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the record: every event, one row each, as it was recorded. */
public final class RecordReads {

    /** The columns that an entry shows; takes the position up to which corrections are known. */
    static final String ENTRY = "select " + RecordRow.COLUMNS + """
            , r.topic, r.subjects, o.event_id as corrected_event, array(
                select c.event_id from memory.record c
                where c.corrects = r.position and c.position <= ? order by c.position
            ) as corrected_by
            from memory.record r left join memory.record o on o.position = r.corrects
            """;

    private final Snapshots snapshots;
    private final Audience.Asking audience;

    /** @param audience for whom each read is */
    public RecordReads(DataSource dataSource, Audience.Asking audience) {
        this.snapshots = new Snapshots(dataSource);
        this.audience = audience;
    }

    /** A page of events in the order that is asked for. */
    public RecordPage list(RecordQuery query) {
        return snapshots.read(sql -> {
            long position = ReadPoint.position(sql);
            return page(search(sql, query, position), position);
        });
    }

    /** The same, with the words as they were understood and how many events there are; no more than this many are counted. */
    public FoundPage search(RecordQuery query, int most) {
        return snapshots.read(sql -> {
            long position = ReadPoint.position(sql);
            var search = search(sql, query, position);
            return new FoundPage(page(search, position), search.question(), search.count(most));
        });
    }

    private static RecordPage page(RecordSearch search, long position) {
        var found = search.page();
        return new RecordPage(position, found.entries(), found.next());
    }

    /** How many events there are, whatever the page; no more than this many are counted. */
    public int count(RecordQuery query, int most) {
        return snapshots.read(sql -> search(sql, query, ReadPoint.position(sql)).count(most));
    }

    private RecordSearch search(JdbcClient sql, RecordQuery query, long position) {
        return new RecordSearch(sql, query, audience.now(),
                query.knownOn() == null ? position : Math.min(query.knownOn(), position));
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

    /** What has these words in its name, the last one perhaps only begun; and what has the last one as its id. */
    public List<Subject> called(String typed, @Nullable Long knownOn, int most) {
        long known = knownOn == null ? Long.MAX_VALUE : knownOn;
        var words = Question.of(typed);
        var id = typed.strip().substring(typed.strip().lastIndexOf(' ') + 1);
        return snapshots.read(sql -> Stream.concat(byId(sql, id, known), words.isEmpty()
                ? Stream.<Subject>of()
                : RecordSearch
                        .called(sql, audience.now(), "(" + String.join(") & (", words.inNames()) + ")", known,
                                most)
                        .stream())
                .distinct()
                .limit(most)
                .toList());
    }

    /** Types of things follow each other in the index of mentions: one look each. */
    private Stream<Subject> byId(JdbcClient sql, String id, long known) {
        return sql
                .sql("""
                        with recursive types (type) as (
                            (select split_part(min(subject), '/', 1) from memory.mention)
                            union all
                            select (select split_part(min(m.subject), '/', 1) from memory.mention m
                                where m.subject > t.type || '0')
                            from types t where t.type is not null
                        ) select t.type || '/' || ? as subject from types t where t.type is not null and exists (
                            select from memory.mention m join memory.record r on r.position = m.position
                            where m.subject = t.type || '/' || ? and m.position <= ? and\s"""
                        + Audience.MAY_SEE + ")")
                .params(id, id, known, audience.now().array())
                .query((row, number) -> Subject.of(row.getString("subject")))
                .list()
                .stream();
    }

    /** One event; empty where there is none of the id. */
    public Optional<RecordEntry> event(String eventId) {
        return snapshots.read(sql -> sql.sql(ENTRY + "where r.event_id = ? and " + Audience.MAY_SEE)
                .params(Long.MAX_VALUE, eventId, audience.now().array())
                .query((row, number) -> entry(row))
                .optional());
    }

    /**
     * A day on which something happened.
     *
     * @param facts     how many
     * @param names     the stored names of them, each once
     * @param late      whether any was recorded on a later day
     * @param corrected whether any has been put right since
     */
    public record Day(LocalDate day, int facts, List<String> names, boolean late, boolean corrected) {
    }

    /**
     * The days on which something happened to some subjects, in their order, as they were first recorded.
     *
     * @param knownOn recorded, and put right, up to that position; null for all
     * @param zone    in which days end
     */
    public List<Day> days(Collection<Subject> subjects, @Nullable Long knownOn, ZoneId zone) {
        long known = knownOn == null ? Long.MAX_VALUE : knownOn;
        return snapshots.read(sql -> sql.sql("""
                select r.occurred_on, count(*) as facts, array_agg(distinct r.name) as names,
                    bool_or((r.recorded_at at time zone ?)::date > r.occurred_on) as late,
                    bool_or(exists (select from memory.record c
                        where c.corrects = r.position and c.position <= ?)) as corrected
                from (select distinct position from memory.mention where subject = any(?) and position <= ?) m
                join memory.record r on r.position = m.position where\s""" + Audience.MAY_SEE
                + " group by r.occurred_on order by r.occurred_on")
                .params(zone.getId(), known, subjects.stream().map(Subject::toString).toArray(String[]::new),
                        known, audience.now().array())
                .query((row, number) -> new Day(row.getObject("occurred_on", LocalDate.class),
                        row.getInt("facts"), strings(row.getArray("names")), row.getBoolean("late"),
                        row.getBoolean("corrected")))
                .list());
    }

    static RecordEntry entry(ResultSet row) throws SQLException {
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
