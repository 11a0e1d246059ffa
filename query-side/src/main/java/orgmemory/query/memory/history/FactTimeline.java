// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/** A key's standing facts from some day on, in the order in which they fold. */
final class FactTimeline<S> {

    private record Place(LocalDate day, long position) {
    }

    private final String key;
    private final ViewCodec<S> lens;
    private final LocalDate from;
    private final @Nullable S base;
    private final TreeMap<Place, Fact> facts = new TreeMap<>(
            Comparator.comparing(Place::day).thenComparingLong(Place::position));
    private final TreeSet<LocalDate> days = new TreeSet<>();

    FactTimeline(String key, ViewCodec<S> lens, LocalDate from, ViewHistory.Past past) {
        this.key = key;
        this.lens = lens;
        this.from = from;
        this.base = lens.read(past.base());
        this.days.addAll(past.days());
        for (var fact : past.facts()) {
            // A corrected fact may have left the key.
            if (lens.keys(fact).contains(key)) {
                facts.put(place(fact), fact);
            }
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from);
    }

    void add(Fact fact) {
        facts.put(place(fact), fact);
        days.add(fact.day());
    }

    void remove(Fact fact) {
        facts.remove(place(fact));
    }

    LocalDate lastDay() {
        return days.last();
    }

    /** Folds all of it, and hands on a version of every day from the given one on. Answers the last state. */
    @Nullable
    S fold(LocalDate changed, long known, Consumer<Version> versions) {
        var state = base;
        var rest = facts.values().iterator();
        var fact = next(rest);
        for (var day : days) {
            while (fact != null && !fact.day().isAfter(day)) {
                state = lens.evolve(key, state, fact);
                fact = next(rest);
            }
            if (!day.isBefore(changed)) {
                versions.accept(lens.version(key, day, known, state));
            }
        }
        return state;
    }

    private static @Nullable Fact next(Iterator<Fact> facts) {
        return facts.hasNext() ? facts.next() : null;
    }

    private static Place place(Fact fact) {
        return new Place(fact.day(), fact.position());
    }
}
