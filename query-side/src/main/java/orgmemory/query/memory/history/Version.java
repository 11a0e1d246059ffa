// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state on two clocks: what held from the end of a day on, as it was known from a position on.
 *
 * @param state   as JSON; null where no fact stands
 * @param columns values of the view's columns in a form that sorts; empty where no fact stands
 */
public record Version(String key, LocalDate day, long known, @Nullable String state, List<String> columns) {
}
