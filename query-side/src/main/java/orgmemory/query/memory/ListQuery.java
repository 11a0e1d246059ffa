// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which states of a view to list.
 *
 * @param filters   column and the value it must have, as typed
 * @param sort      column to sort by; null for the key
 * @param cursor    the {@code next} of the page before; null for the first page
 * @param limit     states a page, at least 1
 */
public record ListQuery(BitemporalPoint point, Map<String, String> filters, @Nullable String sort,
        boolean descending,
        @Nullable String cursor, int limit) {

    /** The first states by key. */
    public static ListQuery all(BitemporalPoint point, int limit) {
        return new ListQuery(point, Map.of(), null, false, null, limit);
    }
}
