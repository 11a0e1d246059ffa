// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step and the keys of one view that it concerns.
 *
 * @param left    keys that the fact concerned as it stood
 * @param entered keys that it concerns from now on
 */
record Move(FactChange step, Set<String> left, Set<String> entered) {

    Set<String> keys() {
        if (left.isEmpty()) {
            return entered;
        }
        var both = new LinkedHashSet<>(left);
        both.addAll(entered);
        return both;
    }

    /** The first day on which the key's state may change. */
    LocalDate from(String key) {
        var old = left.contains(key) && step.before() != null ? step.before().day() : null;
        var now = entered.contains(key) && step.after() != null ? step.after().day() : null;
        return earlier(old, now);
    }

    void applyTo(String key, FactTimeline<?> tail) {
        if (left.contains(key) && step.before() != null) {
            tail.remove(step.before());
        }
        if (entered.contains(key) && step.after() != null) {
            tail.add(step.after());
        }
    }

    private static LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return Objects.requireNonNull(one == null ? other : one);
        }
        return one.isBefore(other) ? one : other;
    }
}
