// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactPage;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.trail.Moves.MovingFact;

/**
 * The one source of trails, for pages, files and programs: the facts of a thing and of what served it, each with what it
 * moved, what put it right, and people as they were.
 */
@Component
final class TrailFacts {

    private final FactReads facts;
    private final Moves moves;
    private final PeopleThen people;

    TrailFacts(FactReads facts, Moves moves, PeopleThen people) {
        this.facts = facts;
        this.moves = moves;
        this.people = people;
    }

    /** What a trail is made of: the thing, and what is joined to it. */
    record Joined(Subject thing, List<Subject> others) {

        List<Subject> subjects() {
            return Stream.concat(Stream.of(thing), others.stream()).toList();
        }
    }

    /** Whether anything was ever recorded of it that the reader may see. */
    boolean knows(Subject thing) {
        return facts.knows(thing);
    }

    /** What the trail of a thing is made of at a moment. */
    Joined joined(Subject thing, BitemporalPoint point) {
        return new Joined(thing, facts.joined(thing, point));
    }

    /** The last facts of a trail, up to where the next page of it began. */
    FactPage page(Joined joined, BitemporalPoint point, @Nullable Long before, int limit) {
        return facts.of(joined.subjects(), point, before, limit);
    }

    /** Those that moved a figure of the thing, when they were recorded or when they were put right. */
    List<StandingFact> moving(List<StandingFact> found, Subject thing, String figure) {
        var moving = moves.of(steps(found), thing, figure).keySet();
        return found.stream()
                .filter(fact -> MovingFact.steps(fact).stream().anyMatch(moving::contains))
                .toList();
    }

    /**
     * Facts of a trail with all that is said of them.
     *
     * @param figure the one figure of the thing whose moves are told; null for all that facts say by themselves
     */
    List<TrailFact> described(List<StandingFact> found, Joined joined, @Nullable String figure,
            BitemporalPoint point) {
        var steps = steps(found);
        var changes = figure == null ? moves.of(steps) : moves.of(steps, joined.thing(), figure);
        var then = people.of(found.stream().map(StandingFact::standing).toList(), point.knownOn());
        return found.stream()
                .map(fact -> described(fact, joined, changes,
                        then.getOrDefault(fact.standing().position(), List.of())))
                .toList();
    }

    private static TrailFact described(StandingFact fact, Joined joined,
            Map<MovingFact, List<FigureChange>> changes, List<PersonThen> people) {
        var concerns = fact.standing().event().subjects();
        boolean own = concerns.contains(joined.thing());
        var through = own
                ? null
                : joined.others().stream().filter(concerns::contains).findFirst().orElse(null);
        var moved = fact.amendments().isEmpty()
                ? changes.getOrDefault(MovingFact.of(fact.original(), fact.original().position()),
                        List.<FigureChange>of())
                : List.<FigureChange>of();
        return new TrailFact(fact, through, !own && through == null, moved, fact.amendments()
                .stream()
                .map(amendment -> changes.getOrDefault(MovingFact.of(amendment), List.of()))
                .toList(), people);
    }

    private static List<MovingFact> steps(List<StandingFact> found) {
        return found.stream().flatMap(fact -> MovingFact.steps(fact).stream()).toList();
    }
}
