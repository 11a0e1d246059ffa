// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactDifference;
import orgmemory.query.memory.facts.FactDifference.Kind;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.screen.description.EventDescriber.Said;
import orgmemory.query.trail.Comparisons.Compared;

/** What changed between two moments, in the words of a page. */
@Component
final class Changes {

    private static final int A_PAGE = 100;

    private final Comparisons comparisons;
    private final TrailWords words;
    private final EventDescriber describer;

    Changes(Comparisons comparisons, TrailWords words, EventDescriber describer) {
        this.comparisons = comparisons;
        this.words = words;
        this.describer = describer;
    }

    /** A fact that differs, and what it says otherwise where it stood before and stands now. */
    public record Changed(TrailEntry entry, List<Said> fields) {
    }

    /** The facts of which the same became, in the order in which they happened. */
    public record Group(Kind kind, List<Changed> facts) {
    }

    /** The day, time or position up to which each of two moments knows, as the page's language writes it. */
    public record Known(String then, String now) {

        private static @Nullable Known of(@Nullable String then, Page page) {
            var now = page.knownOn();
            return then == null && now == null
                    ? null
                    : new Known(written(then == null ? now : then, page), written(now, page));
        }

        private static String written(@Nullable String typed, Page page) {
            if (typed == null) {
                return page.fmt().day(page.today());
            }
            try {
                return page.fmt().day(LocalDate.parse(typed));
            } catch (DateTimeException noDay) {
                return Fmt.apart(typed.matches("[0-9]+") ? '#' + typed : typed);
            }
        }
    }

    /**
     * Two moments compared.
     *
     * @param day     at whose end the earlier moment is
     * @param known   what was known when at both moments, in words; null where each knows all that is recorded
     * @param same    whether both moments are one
     * @param earlier where the page of facts before begins; null where this is the first
     */
    public record Between(Subject about, String name, LocalDate day, @Nullable Known known, boolean same,
            List<Change> figures,
            List<Group> groups, @Nullable Long earlier) {
    }

    /**
     * Compares the trail of a thing at an earlier moment with the page's.
     *
     * @param fromKnownOn what was known at the earlier moment, as it was typed; null for the same as at the later one
     */
    Between of(Subject thing, BitemporalPoint from, @Nullable String fromKnownOn, Page page,
            @Nullable Long before) {
        var found = comparisons.of(thing, from, page.point(), before, A_PAGE);
        var day = from.asOf() == null ? page.today() : from.asOf();
        var groups = Stream.of(Kind.values())
                .map(kind -> group(kind, found.facts(), page))
                .filter(group -> !group.facts().isEmpty())
                .toList();
        return new Between(thing, describer.value(thing, page), day, Known.of(fromKnownOn, page),
                day.equals(page.day()) && known(from, page) == page.knownTo(),
                words.changes(found.figures(), page), groups, found.earlier());
    }

    private static long known(BitemporalPoint from, Page page) {
        return from.knownOn() == null ? page.position() : from.knownOn();
    }

    private Group group(Kind kind, List<Compared> found, Page page) {
        var those = found.stream().filter(one -> one.difference().kind() == kind).toList();
        var entries = words.entries(those.stream().map(Compared::described).toList(), page);
        var changed = new ArrayList<Changed>();
        for (int i = 0; i < entries.size(); i++) {
            changed.add(new Changed(entries.get(i), fields(those.get(i).difference(), page)));
        }
        return new Group(kind, List.copyOf(changed));
    }

    private List<Said> fields(FactDifference difference, Page page) {
        var before = difference.before();
        var after = difference.after();
        if (before == null || after == null) {
            return List.of();
        }
        var said = new ArrayList<Said>();
        if (!before.day().equals(after.day())) {
            said.add(new Said("occurredOn", describer.value(before.day(), page),
                    describer.value(after.day(), page)));
        }
        said.addAll(describer.differences(before.event(), after.event(), page));
        return List.copyOf(said);
    }
}
