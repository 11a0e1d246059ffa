// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import orgmemory.journal.EventCodec;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.reading.Snapshots;

/** Compares what stood of some subjects at two moments: which facts came, which are gone, which say something else. */
public final class FactDifferences {

    /**
     * Facts of which another version holds at one moment than at the other one, or the same at one of them alone; the last
     * first by where they are first told of a subject.
     */
    private static final String PAGE = """
            select f.listed_at, f.position from (
                select coalesce(r.corrects, r.position) as position, min(m.position) as listed_at,
                    bool_or(m.subject = any(:before) and m.position <= :knownBefore) as was_named,
                    bool_or(m.subject = any(:after)) as is_named
                from memory.mention m join memory.record r on r.position = m.position
                where m.subject = any(:all) and m.position <= :known and\s""" + Audience.MAY_SEE_NAMED + """
                 group by coalesce(r.corrects, r.position)
            ) f left join lateral (
                select position, fact_day from memory.record
                where (position = f.position or corrects = f.position) and position <= :knownBefore
                order by position desc limit 1
            ) was on true left join lateral (
                select position, fact_day from memory.record
                where (position = f.position or corrects = f.position) and position <= :known
                order by position desc limit 1
            ) now on true cross join lateral (select
                f.was_named and coalesce(was.fact_day <= :asOfBefore, false) as was_there,
                f.is_named and coalesce(now.fact_day <= :asOf, false) as is_there
            ) there
            where f.listed_at < :cursor and (there.was_there <> there.is_there
                or there.was_there and there.is_there and was.position <> now.position)
            order by f.listed_at desc limit :limit""";

    private final Snapshots snapshots;
    private final Audience.Asking audience;
    private final EventCodec codec = new EventCodec();

    /** @param audience for whom each read is */
    public FactDifferences(DataSource dataSource, Audience.Asking audience) {
        this.snapshots = new Snapshots(dataSource);
        this.audience = audience;
    }

    /** Some subjects at a moment. */
    public record Side(List<Subject> subjects, BitemporalPoint point) {

        private String[] names() {
            return subjects.stream().map(Subject::toString).toArray(String[]::new);
        }

        private @Nullable Fact standing(@Nullable StandingFact fact) {
            return fact == null || fact.annulled()
                    || fact.original().position() > FactReads.known(point)
                    || fact.standing().day().isAfter(FactReads.day(point))
                    || fact.standing().event().subjects().stream().noneMatch(subjects::contains)
                            ? null
                            : fact.standing();
        }
    }

    /**
     * Some differences, in the order in which the facts happened.
     *
     * @param earlier the page before begins there; null where this is the first
     */
    public record Page(List<FactDifference> differences, @Nullable Long earlier) {
    }

    private record Listed(long at, long position) {
    }

    /**
     * The last differences between two moments, the earlier one first.
     *
     * @param cursor where the page after this one begins; null for the last page
     * @param limit  differences a page, at least 1
     */
    public Page between(Side before, Side after, @Nullable Long cursor, int limit) {
        return snapshots.read(sql -> {
            var reader = audience.now();
            var found = find(sql, before, after, Objects.requireNonNullElse(cursor, Long.MAX_VALUE),
                    limit + 1,
                    reader);
            var page = found.subList(0, Math.min(found.size(), limit));
            var positions = page.stream().map(Listed::position).toList();
            var facts = new StandingFacts(sql, reader, codec);
            return new Page(differences(before, after, at(facts, positions, before),
                    facts.at(positions, FactReads.known(after.point()))),
                    found.size() > page.size() ? page.getLast().at() : null);
        });
    }

    private static Map<Long, StandingFact> at(StandingFacts facts, Collection<Long> positions, Side side) {
        return facts.at(positions, FactReads.known(side.point()))
                .stream()
                .collect(toMap(fact -> fact.original().position(), identity()));
    }

    private static List<FactDifference> differences(Side before, Side after, Map<Long, StandingFact> then,
            List<StandingFact> now) {
        var differences = new ArrayList<FactDifference>();
        for (var fact : now) {
            var was = before.standing(then.get(fact.original().position()));
            var is = after.standing(fact);
            if (!Objects.equals(was, is)) {
                differences.add(new FactDifference(fact, was, is));
            }
        }
        return List.copyOf(differences);
    }

    private static List<Listed> find(JdbcClient sql, Side before, Side after, long cursor, int limit,
            Audience reader) {
        return sql.sql(PAGE)
                .param("before", before.names())
                .param("after", after.names())
                .param("all", Stream.of(before, after)
                        .flatMap(side -> side.subjects().stream())
                        .map(Subject::toString)
                        .distinct()
                        .toArray(String[]::new))
                .param("knownBefore", FactReads.known(before.point()))
                .param("known", FactReads.known(after.point()))
                .param("asOfBefore", FactReads.day(before.point()))
                .param("asOf", FactReads.day(after.point()))
                .param("audience", reader.array())
                .param("cursor", cursor)
                .param("limit", limit)
                .query((row, number) -> new Listed(row.getLong("listed_at"), row.getLong("position")))
                .list();
    }
}
