// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Short lists in the order of their ids, so that equal facts make equal states. */
final class Sorted {

    private Sorted() {
    }

    static <T> @Nullable T find(List<T> list, Predicate<T> wanted) {
        return list.stream().filter(wanted).findFirst().orElse(null);
    }

    /** The list with the thing in the place of the one with the same id. */
    static <T> List<T> with(List<T> list, T thing, Function<T, String> id) {
        var all = new ArrayList<>(list);
        all.removeIf(other -> id.apply(other).equals(id.apply(thing)));
        all.add(thing);
        all.sort(comparing(id));
        return List.copyOf(all);
    }
}
