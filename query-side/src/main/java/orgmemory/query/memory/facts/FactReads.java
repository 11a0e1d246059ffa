// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import orgmemory.journal.EventCodec;
import orgmemory.message.Catalogue;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.folding.RecordRow;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.reading.Snapshots;

/** Reads what happened to something: its facts in their places, with what put them right. */
public final class FactReads {

    /**
     * The facts of some subjects, the last first by where they are first told of one of them. A correction belongs to its
     * fact, also where the fact came to concern a subject by it. Each subject is read as far as one page may reach.
     */
    private static final String PAGE = """
            select f.listed_at, f.position from unnest(:subjects) s (subject) cross join lateral (
                select m.position as listed_at, place.position
                from memory.mention m join memory.record r on r.position = m.position cross join lateral (
                    select coalesce(r.corrects, r.position) as position, p.fact_day from (
                        select position, fact_day from memory.record where position = coalesce(r.corrects, r.position)
                        union all
                        select position, fact_day from memory.record
                        where corrects = coalesce(r.corrects, r.position) and position <= :known
                    ) p where p.fact_day is not null order by p.position desc limit 1
                ) place
                where m.subject = s.subject and m.position <= :known and m.position < :before
                and place.fact_day <= :asOf and\s"""
            + Audience.MAY_SEE_NAMED
            + """
                             and not exists (
                                select from memory.mention o
                                where o.position = m.position and o.subject = any(:subjects) and o.subject < m.subject)
                            and (r.corrects is null or not exists (
                        select from (
                            select r.corrects as position union all
                            select c.position from memory.record c where c.corrects = r.corrects
                        ) e join memory.mention n on n.position = e.position and n.subject = any(:subjects)
                        where e.position < m.position))
                    order by m.position desc limit :limit
                        ) f order by f.listed_at desc limit :limit""";

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final Snapshots snapshots;
    private final Audience.Asking audience;
    private final EventCodec codec = new EventCodec();

    /** @param audience for whom each read is */
    public FactReads(DataSource dataSource, Audience.Asking audience) {
        this.snapshots = new Snapshots(dataSource);
        this.audience = audience;
    }

    private record Listed(long at, long position) {
    }

    /** What served a thing, or a part of it, by that moment: their facts stand in its trail as well. */
    public List<Subject> joined(Subject thing, BitemporalPoint point) {
        return snapshots.read(
                sql -> new LinkedStreams(sql, audience.now(), codec).to(thing, day(point), known(point)));
    }

    /**
     * The last facts of some subjects that had happened and were known, each of them once.
     *
     * @param before where the page after this one begins; null for the last page
     * @param limit  facts a page, at least 1
     */
    public FactPage of(Collection<Subject> subjects, BitemporalPoint point, @Nullable Long before,
            int limit) {
        long known = known(point);
        return snapshots.read(sql -> {
            var reader = audience.now();
            var found = sql.sql(PAGE)
                    .param("subjects", subjects.stream().map(Subject::toString).toArray(String[]::new))
                    .param("audience", reader.array())
                    .param("known", known)
                    .param("before", Objects.requireNonNullElse(before, Long.MAX_VALUE))
                    .param("asOf", day(point))
                    .param("limit", limit + 1)
                    .query((row, number) -> new Listed(row.getLong("listed_at"), row.getLong("position")))
                    .list();
            var page = found.subList(0, Math.min(found.size(), limit));
            var facts = new StandingFacts(sql, reader, codec)
                    .at(page.stream().map(Listed::position).toList(), known);
            return new FactPage(facts, found.size() > page.size() ? page.getLast().at() : null);
        });
    }

    /** The same of one subject. */
    public FactPage of(Subject subject, BitemporalPoint point, @Nullable Long before, int limit) {
        return of(List.of(subject), point, before, limit);
    }

    static long known(BitemporalPoint point) {
        return Objects.requireNonNullElse(point.knownOn(), Long.MAX_VALUE);
    }

    static LocalDate day(BitemporalPoint point) {
        return Objects.requireNonNullElse(point.asOf(), EVER);
    }

    /** Events as they were recorded, by their positions; corrections are events of their own. */
    public Map<Long, Fact> recorded(Collection<Long> positions) {
        return snapshots.read(sql -> {
            var found = new HashMap<Long, Fact>();
            sql.sql("select " + RecordRow.COLUMNS + " from memory.record r where r.position = any(?) and "
                    + Audience.MAY_SEE)
                    .params(positions.toArray(Long[]::new), audience.now().array())
                    .query(row -> {
                        var fact = RecordRow.fact(row, codec);
                        found.put(fact.position(), fact);
                    });
            return found;
        });
    }

    /** Whether anything was ever recorded of a subject. */
    public boolean knows(Subject subject) {
        return snapshots.read(
                sql -> sql
                        .sql("""
                                select exists (select from memory.mention m join memory.record r on r.position = m.position
                                    where m.subject = ? and\s"""
                                + Audience.MAY_SEE + ")")
                        .params(subject.toString(), audience.now().array())
                        .query(Boolean.class)
                        .single());
    }

    /** The fact that was first recorded at a position, as it stands now; empty where there is none. */
    public Optional<StandingFact> standing(long position) {
        return snapshots.read(sql -> new StandingFacts(sql, audience.now(), codec)
                .at(List.of(position), Long.MAX_VALUE)).stream().findFirst();
    }

    /** In which stream a thing lives, and the count of its own facts. */
    public record Whereabouts(Subject stream, long version) {
    }

    /** Where a thing lives now; empty where nothing is known of it. */
    public Optional<Whereabouts> whereabouts(Subject entity) {
        return snapshots.read(sql -> sql.sql("""
                select stream, entity_version from memory.record where entity = ?
                order by entity_version desc limit 1""")
                .param(entity.toString())
                .query((row, number) -> new Whereabouts(Subject.of(row.getString("stream")),
                        row.getLong("entity_version")))
                .optional());
    }

    /** The name under which a fact is stored. */
    public static String name(Fact fact) {
        return Catalogue.storedAs(fact.event().getClass()).value();
    }
}
