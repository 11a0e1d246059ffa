// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record.
 *
 * @param position where the memory stands
 * @param next     cursor of the next page; null where this is the last
 */
public record RecordPage(long position, List<RecordEntry> items, @Nullable Long next) {
}
