// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.memory.facts.StandingFact.Amendment;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.screen.description.Places;
import orgmemory.query.trail.TrailEntry.Amended;
import orgmemory.query.trail.TrailEntry.Answered;
import orgmemory.query.trail.TrailEntry.Recorded;

/** Puts facts of a trail into the words of a page. */
@Component
final class TrailWords {

    private final EventDescriber describer;
    private final ZoneId zone;

    TrailWords(EventDescriber describer, ZoneId zone) {
        this.describer = describer;
        this.zone = zone;
    }

    /** The entries of one page of a trail, in the facts' order. */
    List<TrailEntry> entries(List<TrailFact> facts, Page page) {
        var here = facts.stream().map(fact -> fact.fact().original().position()).collect(Collectors.toSet());
        var entries = new ArrayList<TrailEntry>();
        @Nullable
        LocalDate day = null;
        for (var fact : facts) {
            var standing = fact.fact().standing();
            entries.add(entry(fact, !standing.day().equals(day), here, page));
            day = standing.day();
        }
        return List.copyOf(entries);
    }

    private TrailEntry entry(TrailFact described, boolean newDay, Set<Long> here, Page page) {
        var fact = described.fact();
        var standing = fact.standing();
        return new TrailEntry(standing, describer.tell(standing.event(), page), newDay, fact.annulled(),
                described.elsewhere(), described.through(),
                recorded(fact.original().recordedAt(), standing.day()),
                described.people(), changes(described.changes(), page), answered(fact, here, page),
                IntStream.range(0, fact.amendments().size())
                        .mapToObj(at -> amended(fact.amendments().get(at), described.amended().get(at), page))
                        .toList());
    }

    /** Figures before and after, as the page's language writes them. */
    List<Change> changes(List<FigureChange> changes, Page page) {
        return changes.stream()
                .map(change -> new Change(change.of(), change.figure(), written(change.before(), page),
                        written(change.after(), page)))
                .toList();
    }

    private @Nullable String written(@Nullable Object value, Page page) {
        return value == null ? null : describer.value(value, page);
    }

    private Amended amended(Amendment amendment, List<FigureChange> moved, Page page) {
        var by = amendment.by();
        var before = amendment.before();
        var after = amendment.after();
        return new Amended(by, describer.tell(by.event(), page), recorded(by.recordedAt(), by.day()),
                ((CorrectionEvent) by.event()).reason(),
                before == null || after == null ? null : describer.tell(before.event(), page),
                wrongDay(before, after), changes(moved, page));
    }

    private static @Nullable LocalDate wrongDay(@Nullable Fact before, @Nullable Fact after) {
        return before == null || after == null || before.day().equals(after.day()) ? null : before.day();
    }

    /** What led to a fact, where a process recorded it for that; else what came before it in the life of the same thing. */
    private @Nullable Answered answered(StandingFact fact, Set<Long> here, Page page) {
        var cause = fact.cause();
        if (cause != null) {
            return answered(cause.position(), cause.name(), Subject.of(cause.entity()), here, page);
        }
        var answers = fact.answers();
        return answers == null
                ? null
                : answered(answers.position(), answers.name(), fact.original().event().entity(), here, page);
    }

    private Answered answered(long position, String name, Subject of, Set<Long> here, Page page) {
        var anchor = "#e" + position;
        return new Answered(position, describer.kind(name, page),
                here.contains(position) ? anchor : page.to(Places.trail(of)) + anchor);
    }

    private Recorded recorded(Instant at, LocalDate happened) {
        var local = at.atZone(zone);
        return new Recorded(local.toLocalDate(), "%tR".formatted(local),
                (int) ChronoUnit.DAYS.between(happened, local.toLocalDate()));
    }
}
