// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A manager's leave, from its first to its last day; without end where {@code until} is absent. */
public record Leave(LocalDate from, @Nullable LocalDate until) implements Tenure<Leave>, Comparable<Leave> {

    private static final Comparator<Leave> BY_DAY = comparing(Leave::from)
            .thenComparing(Leave::until, nullsLast(naturalOrder()));

    @Override
    public Leave endingOn(LocalDate day) {
        return new Leave(from, day);
    }

    @Override
    public int compareTo(Leave other) {
        return BY_DAY.compare(this, other);
    }
}
