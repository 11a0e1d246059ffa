// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import orgmemory.journal.EventCodec;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.StandingFact.Amendment;
import orgmemory.query.memory.facts.StandingFact.Answered;
import orgmemory.query.memory.facts.StandingFact.Cause;
import orgmemory.query.memory.folding.RecordRow;
import orgmemory.query.memory.history.Standings;
import orgmemory.query.memory.reading.Audience;

/** Facts with all that put them right, as one reader may see them in one snapshot. */
final class StandingFacts {

    private static final Comparator<StandingFact> IN_PLACE = Comparator
            .comparing((StandingFact fact) -> fact.standing().day())
            .thenComparingLong(fact -> fact.original().position());

    private final JdbcClient sql;
    private final Audience audience;
    private final EventCodec codec;

    StandingFacts(JdbcClient sql, Audience audience, EventCodec codec) {
        this.sql = sql;
        this.audience = audience;
        this.codec = codec;
    }

    /** Facts by the positions at which they were first recorded, in the order in which they happened. */
    List<StandingFact> at(Collection<Long> positions, long known) {
        if (positions.isEmpty()) {
            return List.of();
        }
        var amendments = new HashMap<Long, List<Fact>>();
        var originals = new ArrayList<Fact>();
        sql.sql("select r.corrects, " + RecordRow.COLUMNS + """
                 from memory.record r where (r.position = any(:wanted)
                or r.corrects = any(:wanted) and r.position <= :known) and\s""" + Audience.MAY_SEE_NAMED
                + " order by r.position")
                .param("audience", audience.array())
                .param("wanted", positions.toArray(Long[]::new))
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
        var answered = answered(originals);
        var causes = causes(originals);
        return originals.stream()
                .map(fact -> standing(fact, amendments.getOrDefault(fact.position(), List.of()),
                        answered.get(fact.position()), causes.get(fact.envelope().causation())))
                .sorted(IN_PLACE)
                .toList();
    }

    private StandingFact standing(Fact original, List<Fact> corrections, @Nullable Answered answers,
            @Nullable Cause cause) {
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
        return new StandingFact(original, last, List.copyOf(amendments), answers, cause);
    }

    /** What each fact answers, by the fact's position. */
    private Map<Long, Answered> answered(List<Fact> facts) {
        var answered = new HashMap<Long, Answered>();
        sql.sql("""
                select f.position as answer, p.position, p.name
                from unnest(:entities, :positions) f (entity, position) cross join lateral (
                    select r.position, r.name from memory.record r
                    where r.entity = f.entity and r.position < f.position and r.corrects is null
                    and\s""" + Audience.MAY_SEE_NAMED + """
                     order by r.entity_version desc limit 1
                ) p""")
                .param("audience", audience.array())
                .param("entities",
                        facts.stream().map(fact -> fact.event().entity().toString()).toArray(String[]::new))
                .param("positions", facts.stream().map(Fact::position).toArray(Long[]::new))
                .query(row -> {
                    answered.put(row.getLong("answer"),
                            new Answered(row.getLong("position"), row.getString("name")));
                });
        return answered;
    }

    /** The facts that led to others, by their events' ids. */
    private Map<String, Cause> causes(List<Fact> facts) {
        var ids = facts.stream().map(fact -> fact.envelope().causation()).filter(id -> id != null).distinct();
        var wanted = ids.toArray(String[]::new);
        var causes = new HashMap<String, Cause>();
        if (wanted.length > 0) {
            sql.sql("select r.event_id, r.position, r.name, r.entity from memory.record r "
                    + "where r.event_id = any(:wanted) and " + Audience.MAY_SEE_NAMED)
                    .param("wanted", wanted)
                    .param("audience", audience.array())
                    .query(row -> {
                        causes.put(row.getString("event_id"), new Cause(row.getLong("position"),
                                row.getString("name"), row.getString("entity")));
                    });
        }
        return causes;
    }
}
