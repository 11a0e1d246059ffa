// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.time.Instant;
import java.util.Map;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Subject;

/**
 * An event as the journal keeps it.
 *
 * @param position      its place in the one order: from 1, without gaps, in the order of commits
 * @param eventId       unique for ever; the opaque {@code after} token
 * @param stream        the stream that decided it
 * @param sequence      its place in that stream, from 0
 * @param entity        the one thing whose life it is a step of
 * @param entityVersion how many events that thing has with this one
 * @param name          stored name, as {@code budget.cut-proposed}
 * @param revision      revision of the payload as it was stored; {@code event} is already upcast
 * @param recordedAt    when it was recorded, to the microsecond
 * @param envelope      who, when and in which capacity
 * @param event         the fact
 */
public record StoredEvent(long position, String eventId, Subject stream, long sequence, Subject entity,
        long entityVersion, String name, int revision, Instant recordedAt, Envelope envelope, Event event) {

    /** The envelope as it is stored. */
    public Map<String, String> metadata() {
        return envelope.toMetadata();
    }
}
