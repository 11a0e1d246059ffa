// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import orgmemory.message.Ids;
import org.axonframework.common.IdentifierFactory;

/**
 * The ids that Axon gives to messages, events among them; found by the service loader. They sort by the time they were made:
 * an index of them grows at its end, and appending stays as fast when the journal is large.
 */
public final class MessageIds extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Ids.make();
    }
}
