// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param count how many there are to be seen in all
 * @param more  whether there are even more than that
 * @param next  cursor of the next page; null where this is the last
 */
record Results(List<Result> found, int count, boolean more, @Nullable Long next) {
}
