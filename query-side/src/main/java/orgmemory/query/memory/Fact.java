// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.Instant;
import java.time.LocalDate;
import orgmemory.message.Envelope;
import orgmemory.message.Event;

/**
 * An event as it stands: with its corrections applied, in the place where it belongs.
 *
 * @param position   the original's position, also where a correction replaced payload or day
 * @param eventId    the original's id
 * @param envelope   the original's, with the day as it stands
 * @param recordedAt when the original was recorded
 * @param event      the payload as it stands
 */
public record Fact(long position, String eventId, Envelope envelope, Instant recordedAt, Event event) {

    /** The day it happened. Facts fold in the order of (day, position). */
    public LocalDate day() {
        return envelope.occurredOn();
    }
}
