// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column to filter and sort a view's lists by.
 *
 * @param name  the field's name in the state, as {@code gapAgorot}
 * @param value a {@link String}, {@link Long}, {@link Boolean} or {@link java.time.LocalDate} of the state
 */
public record Column<S>(String name, Function<S, @Nullable Object> value) {
}
