// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import orgmemory.message.Envelope;
import orgmemory.message.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be appended.
 *
 * @param eventId  unique for ever
 * @param envelope who, when and in which capacity
 * @param event    the fact
 * @param sequence the place in its stream at which it was decided; null to take the next one, whatever came before
 */
public record NewEvent(String eventId, Envelope envelope, Event event, @Nullable Long sequence) {
}
