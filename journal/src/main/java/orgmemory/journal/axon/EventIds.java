// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import orgmemory.message.Ids;
import org.axonframework.common.IdentifierFactory;

/**
 * Axon's ids of events and messages, found by the service loader: they sort by the time they were made, so that the journal's
 * index of ids grows at its end and appending stays as fast when the journal is large.
 */
public final class EventIds extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Ids.make();
    }
}
