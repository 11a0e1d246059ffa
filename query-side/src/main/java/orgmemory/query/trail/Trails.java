// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.FactPage;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.memory.facts.StandingFact.Amendment;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.Places;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.trail.TrailEntry.Amended;
import orgmemory.query.trail.TrailEntry.Answered;
import orgmemory.query.trail.TrailEntry.Recorded;
import orgmemory.query.trail.Moves.MovingFact;

/** Puts trails together: what happened to something, in words, with what each fact moved and what put it right. */
@Component
final class Trails {

    private static final int A_PAGE = 100;

    /** Facts that are held at once of a trail that is read to its end. */
    private static final int AT_ONCE = 500;

    private final FactReads facts;
    private final EventDescriber describer;
    private final Moves moves;
    private final ZoneId zone;

    Trails(FactReads facts, EventDescriber describer, Moves moves, ZoneId zone) {
        this.facts = facts;
        this.describer = describer;
        this.moves = moves;
        this.zone = zone;
    }

    /** The trail of a thing at the page's moment, up to where the next page of it began. */
    Trail of(Subject thing, Page page, @Nullable Long before) {
        return trail(thing, null, facts.of(thing, page.point(), before, A_PAGE), page);
    }

    /** The same, of the facts that moved one of its figures. */
    Trail of(Subject thing, String figure, Page page, @Nullable Long before) {
        var moved = new ArrayDeque<StandingFact>();
        var earlier = before;
        do {
            var found = facts.of(thing, page.point(), earlier, A_PAGE);
            moving(found.facts(), thing, figure, page).reversed().forEach(moved::addFirst);
            earlier = found.earlier();
        } while (earlier != null && moved.size() < A_PAGE);
        // Pages follow each other as facts were recorded; a trail goes by days.
        var byDay = moved.stream().sorted(comparing(fact -> fact.standing().day())).toList();
        return trail(thing, figure, new FactPage(byDay, earlier), page);
    }

    /**
     * The whole trail, from its beginning, or the facts of it that moved one figure; they are read some at a time, as they are
     * taken, and go by days within what is read at once.
     */
    Stream<TrailEntry> all(Subject thing, @Nullable String figure, Page page) {
        var ends = new ArrayDeque<Optional<Long>>();
        @Nullable
        Long end = null;
        do {
            ends.addFirst(Optional.ofNullable(end));
            end = facts.of(thing, page.point(), end, AT_ONCE).earlier();
        } while (end != null);
        return ends.stream().flatMap(before -> {
            var found = facts.of(thing, page.point(), before.orElse(null), AT_ONCE).facts();
            var chosen = figure == null ? found : moving(found, thing, figure, page);
            return new Telling(thing, figure, page, chosen).entries().stream();
        });
    }

    /** Those that moved a figure, when they were recorded or when they were put right. */
    private List<StandingFact> moving(List<StandingFact> found, Subject thing, String figure, Page page) {
        var steps = found.stream().flatMap(fact -> MovingFact.steps(fact).stream()).toList();
        var moving = moves.of(steps, thing, figure, page).keySet();
        return found.stream()
                .filter(fact -> MovingFact.steps(fact).stream().anyMatch(moving::contains))
                .toList();
    }

    private Trail trail(Subject thing, @Nullable String figure, FactPage found, Page page) {
        var telling = new Telling(thing, figure, page, found.facts());
        var events = found.facts()
                .stream()
                .filter(fact -> !fact.annulled())
                .map(fact -> fact.standing().event())
                .toList();
        return new Trail(thing, describer.value(thing, page), figure, telling.entries(),
                moves.standing(thing, events, page), found.earlier());
    }

    /** Whether anything was ever recorded of it. */
    boolean knows(Subject thing) {
        return facts.knows(thing);
    }

    /** One page of a trail on its way into words. */
    private final class Telling {

        private final Subject thing;
        private final Page page;
        private final List<StandingFact> facts;
        private final Map<MovingFact, List<Change>> changes;
        private final Set<Long> here = new HashSet<>();

        private Telling(Subject thing, @Nullable String figure, Page page, List<StandingFact> facts) {
            this.thing = thing;
            this.page = page;
            this.facts = facts;
            facts.forEach(fact -> here.add(fact.original().position()));
            var steps = facts.stream().flatMap(fact -> MovingFact.steps(fact).stream()).toList();
            this.changes = figure == null ? moves.of(steps, page) : moves.of(steps, thing, figure, page);
        }

        private List<TrailEntry> entries() {
            var entries = new ArrayList<TrailEntry>();
            @Nullable
            LocalDate day = null;
            for (var fact : facts) {
                entries.add(entry(fact, !fact.standing().day().equals(day)));
                day = fact.standing().day();
            }
            return List.copyOf(entries);
        }

        private TrailEntry entry(StandingFact fact, boolean newDay) {
            var standing = fact.standing();
            boolean elsewhere = !standing.event().subjects().contains(thing);
            var moved = fact.amendments().isEmpty() ? changes(fact) : List.<Change>of();
            return new TrailEntry(standing, describer.tell(standing.event(), page), newDay, fact.annulled(),
                    elsewhere, recorded(fact.original().recordedAt(), standing.day()), moved,
                    answered(fact), fact.amendments().stream().map(this::amended).toList());
        }

        private List<Change> changes(StandingFact fact) {
            return changes.getOrDefault(MovingFact.of(fact.original(), fact.original().position()),
                    List.of());
        }

        private Amended amended(Amendment amendment) {
            var by = amendment.by();
            var before = amendment.before();
            var after = amendment.after();
            return new Amended(by, describer.tell(by.event(), page), recorded(by.recordedAt(), by.day()),
                    ((CorrectionEvent) by.event()).reason(),
                    before == null || after == null ? null : describer.tell(before.event(), page),
                    wrongDay(before, after), changes.getOrDefault(MovingFact.of(amendment), List.of()));
        }

        private static @Nullable LocalDate wrongDay(@Nullable Fact before, @Nullable Fact after) {
            return before == null || after == null || before.day().equals(after.day())
                    ? null
                    : before.day();
        }

        private @Nullable Answered answered(StandingFact fact) {
            var answers = fact.answers();
            if (answers == null) {
                return null;
            }
            var anchor = "#e" + answers.position();
            return new Answered(answers.position(), describer.kind(answers.name(), page),
                    here.contains(answers.position())
                            ? anchor
                            : page.to(Places.trail(fact.original().event().entity())) + anchor);
        }

    }

    private Recorded recorded(Instant at, LocalDate happened) {
        var local = at.atZone(zone);
        return new Recorded(local.toLocalDate(), "%tR".formatted(local),
                (int) ChronoUnit.DAYS.between(happened, local.toLocalDate()));
    }
}
