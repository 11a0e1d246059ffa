// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the record to list; null where it does not matter.
 *
 * @param name        stored name, as {@code budget.cut-proposed}
 * @param text        words that it is to be found by: of its texts and amounts, or of the name of whom or what it concerns
 * @param from        recorded at or after
 * @param until       recorded before
 * @param occurredFrom  happened on or after
 * @param occurredUntil happened on or before
 * @param knownOn     recorded up to that position
 * @param daysEndIn   only what was recorded on a later day than it happened, or has been put right since, days ending in that
 *                    zone
 * @param cursor      what the page before said of its next one
 * @param limit       events a page, at least 1
 */
public record RecordQuery(@Nullable Subject subject, @Nullable Subject story, @Nullable String topic,
        @Nullable String name, @Nullable Subject actor, @Nullable String text, @Nullable Instant from,
        @Nullable Instant until,
        @Nullable LocalDate occurredFrom, @Nullable LocalDate occurredUntil, @Nullable Long knownOn,
        @Nullable ZoneId daysEndIn, @Nullable Long cursor, Order order, int limit) {

    /** Whatever came late or was put right, and whatever did not. */
    public RecordQuery(@Nullable Subject subject, @Nullable Subject story, @Nullable String topic,
            @Nullable String name, @Nullable Subject actor, @Nullable String text, @Nullable Instant from,
            @Nullable Instant until, @Nullable LocalDate occurredFrom, @Nullable LocalDate occurredUntil,
            @Nullable Long knownOn, @Nullable Long cursor, Order order, int limit) {
        this(subject, story, topic, name, actor, text, from, until, occurredFrom, occurredUntil, knownOn,
                null,
                cursor, order, limit);
    }

    /** In which order events are listed. */
    public enum Order {
        OLDEST, NEWEST,
        /** What answers the words best comes first, of that the newest; the newest where no words are asked for. */
        BEST
    }

    /** The same of what came late or was put right alone, days ending in that zone. */
    public RecordQuery lateOrCorrected(ZoneId zone) {
        return new RecordQuery(subject, story, topic, name, actor, text, from, until, occurredFrom,
                occurredUntil, knownOn, zone, cursor, order, limit);
    }

    /** The same of another page. */
    public RecordQuery page(@Nullable Long newCursor, int newLimit) {
        return new RecordQuery(subject, story, topic, name, actor, text, from, until, occurredFrom,
                occurredUntil, knownOn, daysEndIn, newCursor, order, newLimit);
    }
}
