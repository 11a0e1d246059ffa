// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.Instant;
import java.time.LocalDate;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the record to list; null where it does not matter.
 *
 * @param name        stored name, as {@code budget.cut-proposed}
 * @param text        words that stand in the payload's texts
 * @param from        recorded at or after
 * @param until       recorded before
 * @param occurredFrom  happened on or after
 * @param occurredUntil happened on or before
 * @param knownOn     recorded up to that position
 * @param cursor      position of the last event of the page before
 * @param newestFirst the order, by position
 * @param limit       events a page, at least 1
 */
public record RecordQuery(@Nullable Subject subject, @Nullable Subject story, @Nullable String topic,
        @Nullable String name, @Nullable Subject actor, @Nullable String text, @Nullable Instant from,
        @Nullable Instant until,
        @Nullable LocalDate occurredFrom, @Nullable LocalDate occurredUntil, @Nullable Long knownOn,
        @Nullable Long cursor, boolean newestFirst, int limit) {
}
