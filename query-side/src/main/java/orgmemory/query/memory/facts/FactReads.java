// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import orgmemory.journal.EventCodec;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.StandingFact.Amendment;
import orgmemory.query.memory.facts.StandingFact.Answered;
import orgmemory.query.memory.folding.RecordRow;
import orgmemory.query.memory.history.Standings;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.reading.Snapshots;

/** Reads what happened to something: its facts in their places, with what put them right. */
public final class FactReads {

    /**
     * The facts of a subject, the last first by where they are first told of it. A correction belongs to its fact, also
     * where the fact came to concern the subject by it.
     */
    private static final String PAGE = """
            select f.listed_at, f.position from (
                select m.position as listed_at, coalesce(r.corrects, r.position) as position
                from memory.mention m join memory.record r on r.position = m.position
                where m.subject = :subject and m.position <= :known and m.position < :before
                and\s""" + Audience.MAY_SEE_NAMED
            + """
                         and (r.corrects is null or not exists (
                            select from memory.mention e
                            where e.subject = m.subject and e.position < m.position and (e.position = r.corrects
                                or e.position in (select c.position from memory.record c where c.corrects = r.corrects))))
                    ) f cross join lateral (
                        select p.fact_day from (
                            select position, fact_day from memory.record where position = f.position
                            union all
                            select position, fact_day from memory.record where corrects = f.position and position <= :known
                        ) p where p.fact_day is not null order by p.position desc limit 1
                    ) place where place.fact_day <= :asOf order by f.listed_at desc limit :limit""";

    private static final Comparator<StandingFact> IN_PLACE = Comparator
            .comparing((StandingFact fact) -> fact.standing().day())
            .thenComparingLong(fact -> fact.original().position());

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

    /**
     * The last facts of a subject that had happened and were known.
     *
     * @param before where the page after this one begins; null for the last page
     * @param limit  facts a page, at least 1
     */
    public FactPage of(Subject subject, BitemporalPoint point, @Nullable Long before, int limit) {
        long known = Objects.requireNonNullElse(point.knownOn(), Long.MAX_VALUE);
        return snapshots.read(sql -> {
            var found = sql.sql(PAGE)
                    .param("subject", subject.toString())
                    .param("audience", audience.now().array())
                    .param("known", known)
                    .param("before", Objects.requireNonNullElse(before, Long.MAX_VALUE))
                    .param("asOf", Objects.requireNonNullElse(point.asOf(), EVER))
                    .param("limit", limit + 1)
                    .query((row, number) -> new Listed(row.getLong("listed_at"), row.getLong("position")))
                    .list();
            var page = found.subList(0, Math.min(found.size(), limit));
            var facts = facts(sql, page.stream().map(Listed::position).toList(), known);
            return new FactPage(facts, found.size() > page.size() ? page.getLast().at() : null);
        });
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
        return snapshots.read(sql -> facts(sql, List.of(position), Long.MAX_VALUE)).stream().findFirst();
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

    private List<StandingFact> facts(JdbcClient sql, List<Long> positions, long known) {
        var amendments = new HashMap<Long, List<Fact>>();
        var originals = new ArrayList<Fact>();
        var wanted = positions.toArray(Long[]::new);
        sql.sql("select r.corrects, " + RecordRow.COLUMNS + """
                 from memory.record r where (r.position = any(:wanted)
                or r.corrects = any(:wanted) and r.position <= :known) and\s""" + Audience.MAY_SEE_NAMED
                + " order by r.position")
                .param("audience", audience.now().array())
                .param("wanted", wanted)
                .param("known", known)
                .query(row -> {
                    var fact = RecordRow.fact(row, codec);
                    long corrects = row.getLong("corrects");
                    if (row.wasNull()) {
                        originals.add(fact);
                    } else {
                        amendments.computeIfAbsent(corrects, position -> new ArrayList<>()).add(fact);
                    }
                });
        var answered = answered(sql, originals);
        return originals.stream()
                .map(fact -> standing(fact, amendments.getOrDefault(fact.position(), List.of()),
                        answered.get(fact.position())))
                .sorted(IN_PLACE)
                .toList();
    }

    private StandingFact standing(Fact original, List<Fact> corrections, @Nullable Answered answers) {
        var amendments = new ArrayList<Amendment>();
        var last = original;
        @Nullable
        Fact now = original;
        for (var correction : corrections) {
            var after = Standings.apply(original, (CorrectionEvent) correction.event(), codec);
            amendments.add(new Amendment(correction, now, after));
            now = after;
            last = after == null ? last : after;
        }
        return new StandingFact(original, last, List.copyOf(amendments), answers);
    }

    /** What each fact answers, by the fact's position. */
    private Map<Long, Answered> answered(JdbcClient sql, List<Fact> facts) {
        var answered = new HashMap<Long, Answered>();
        sql.sql("""
                select f.position as answer, p.position, p.name
                from unnest(:entities, :positions) f (entity, position) cross join lateral (
                    select r.position, r.name from memory.record r
                    where r.entity = f.entity and r.position < f.position and r.corrects is null
                    and\s""" + Audience.MAY_SEE_NAMED + """
                     order by r.entity_version desc limit 1
                ) p""")
                .param("audience", audience.now().array())
                .param("entities",
                        facts.stream().map(fact -> fact.event().entity().toString()).toArray(String[]::new))
                .param("positions", facts.stream().map(Fact::position).toArray(Long[]::new))
                .query(row -> {
                    answered.put(row.getLong("answer"),
                            new Answered(row.getLong("position"), row.getString("name")));
                });
        return answered;
    }

    /** The name under which a fact is stored. */
    public static String name(Fact fact) {
        return Catalogue.storedAs(fact.event().getClass()).value();
    }
}
