// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactPage;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.trail.TrailFacts.Joined;

/** Puts trails together: what happened to something, in words, with what each fact moved and what put it right. */
@Component
final class Trails {

    private static final int A_PAGE = 100;

    /** Facts that are held at once of a trail that is read to its end. */
    private static final int AT_ONCE = 500;

    private final TrailFacts facts;
    private final TrailWords words;
    private final Moves moves;
    private final EventDescriber describer;

    Trails(TrailFacts facts, TrailWords words, Moves moves, EventDescriber describer) {
        this.facts = facts;
        this.words = words;
        this.moves = moves;
        this.describer = describer;
    }

    /** The trail of a thing at the page's moment, up to where the next page of it began. */
    Trail of(Subject thing, Page page, @Nullable Long before) {
        var joined = facts.joined(thing, page.point());
        return trail(joined, null, facts.page(joined, page.point(), before, A_PAGE), page);
    }

    /** The same, of the facts that moved one of its figures. */
    Trail of(Subject thing, String figure, Page page, @Nullable Long before) {
        var joined = new Joined(thing, List.of());
        var moved = new ArrayDeque<StandingFact>();
        var earlier = before;
        do {
            var found = facts.page(joined, page.point(), earlier, A_PAGE);
            facts.moving(found.facts(), thing, figure).reversed().forEach(moved::addFirst);
            earlier = found.earlier();
        } while (earlier != null && moved.size() < A_PAGE);
        // Pages follow each other as facts were recorded; a trail goes by days.
        var byDay = moved.stream().sorted(comparing(fact -> fact.standing().day())).toList();
        return trail(joined, figure, new FactPage(byDay, earlier), page);
    }

    /**
     * The whole trail, from its beginning, or the facts of it that moved one figure; they are read some at a time, as they are
     * taken, and go by days within what is read at once.
     */
    Stream<TrailEntry> all(Subject thing, @Nullable String figure, Page page) {
        var joined = figure == null ? facts.joined(thing, page.point()) : new Joined(thing, List.of());
        var ends = new ArrayDeque<Optional<Long>>();
        @Nullable
        Long end = null;
        do {
            ends.addFirst(Optional.ofNullable(end));
            end = facts.page(joined, page.point(), end, AT_ONCE).earlier();
        } while (end != null);
        return ends.stream().flatMap(before -> {
            var found = facts.page(joined, page.point(), before.orElse(null), AT_ONCE).facts();
            var shown = figure == null ? found : facts.moving(found, thing, figure);
            return words.entries(facts.described(shown, joined, figure, page.point()), page).stream();
        });
    }

    private Trail trail(Joined joined, @Nullable String figure, FactPage found, Page page) {
        var thing = joined.thing();
        var events = found.facts()
                .stream()
                .filter(fact -> !fact.annulled())
                .map(fact -> fact.standing().event())
                .toList();
        var standing = moves.standing(thing, events, page.day(), page.point().knownOn())
                .stream()
                .map(figures -> new Trail.Standing(figures.figure(), describer.value(figures.value(), page)))
                .toList();
        return new Trail(thing, describer.value(thing, page), figure,
                words.entries(facts.described(found.facts(), joined, figure, page.point()), page), standing,
                found.earlier());
    }

    /** The thing, and whatever is joined to its trail by today, as known at the page's moment. */
    Set<Subject> subjects(Subject thing, Page page) {
        return Set.copyOf(facts.joined(thing, new BitemporalPoint(null, page.point().knownOn())).subjects());
    }

    /** Whether anything was ever recorded of it. */
    boolean knows(Subject thing) {
        return facts.knows(thing);
    }
}
