// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that is held from its first to its last day; without end where {@code until} is absent. */
interface Tenure<T extends Tenure<T>> {

    LocalDate from();

    @Nullable
    LocalDate until();

    /** The same with another last day. */
    T endingOn(LocalDate day);

    default boolean heldOn(LocalDate day) {
        var until = until();
        return !day.isBefore(from()) && (until == null || !day.isAfter(until));
    }

    /** Those that are held on the day. */
    static <T extends Tenure<T>> List<T> on(LocalDate day, List<T> all) {
        return all.stream().filter(tenure -> tenure.heldOn(day)).toList();
    }

    /** Those that are held on the day or will be. */
    static <T extends Tenure<T>> List<T> notOver(LocalDate day, List<T> all) {
        return all.stream().filter(tenure -> reaches(tenure, day)).toList();
    }

    /** All, and one more, each once. */
    static <T extends Tenure<T>> List<T> with(T added, List<T> all, Comparator<T> order) {
        return Stream.concat(all.stream(), Stream.of(added)).sorted(order).distinct().toList();
    }

    /** All, with some of them held no more from a day on. */
    static <T extends Tenure<T>> List<T> ending(Predicate<T> some, LocalDate from, List<T> all) {
        return all.stream()
                .map(tenure -> some.test(tenure) && reaches(tenure, from)
                        ? tenure.endingOn(from.minusDays(1))
                        : tenure)
                .filter(tenure -> reaches(tenure, tenure.from()))
                .toList();
    }

    private static boolean reaches(Tenure<?> tenure, LocalDate day) {
        var until = tenure.until();
        return until == null || !until.isBefore(day);
    }
}
