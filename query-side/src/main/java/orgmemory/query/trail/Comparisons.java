// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactDifference;
import orgmemory.query.memory.facts.FactDifferences;
import orgmemory.query.memory.facts.FactDifferences.Side;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.trail.TrailFacts.Joined;

/** What changed of a thing between two moments: facts of its trail, and its figures. */
@Component
final class Comparisons {

    /** Facts of the trail by which figures are found that no fact moved: they may follow the day alone. */
    private static final int LATEST = 20;

    private final FactDifferences differences;
    private final TrailFacts facts;
    private final Moves moves;
    private final Memory memory;

    Comparisons(FactDifferences differences, TrailFacts facts, Moves moves, Memory memory) {
        this.differences = differences;
        this.facts = facts;
        this.moves = moves;
        this.memory = memory;
    }

    /** A fact that differs, with all that is said of it. */
    record Compared(FactDifference difference, TrailFact described) {
    }

    /**
     * What differs.
     *
     * @param facts   the last ones, in the order in which they happened
     * @param figures of the thing, whichever page of the facts it is
     * @param earlier where the page of facts before begins; null where this is the first
     */
    record Comparison(Subject thing, BitemporalPoint from, BitemporalPoint to, List<Compared> facts,
            List<FigureChange> figures, @Nullable Long earlier) {
    }

    /** Compares a trail at two moments, the earlier one first, up to where the next page of it began. */
    Comparison of(Subject thing, BitemporalPoint from, BitemporalPoint to, @Nullable Long cursor, int limit) {
        var then = facts.joined(thing, from);
        var now = facts.joined(thing, to);
        var page = differences.between(new Side(then.subjects(), from), new Side(now.subjects(), to), cursor,
                limit);
        var others = new LinkedHashSet<>(now.others());
        others.addAll(then.others());
        var described = facts.described(page.differences().stream().map(FactDifference::fact).toList(),
                new Joined(thing, List.copyOf(others)), null, to);
        var compared = new ArrayList<Compared>();
        for (int i = 0; i < described.size(); i++) {
            compared.add(new Compared(page.differences().get(i), described.get(i)));
        }
        return new Comparison(thing, from, to, List.copyOf(compared),
                moves.between(thing, events(now, to, page.differences()), from, to, memory.today()),
                page.earlier());
    }

    private List<Event> events(Joined joined, BitemporalPoint to, List<FactDifference> found) {
        var events = new ArrayList<Event>();
        found.forEach(difference -> events.add(difference.fact().standing().event()));
        facts.page(joined, to, null, LATEST).facts().forEach(fact -> events.add(fact.standing().event()));
        return events;
    }
}
