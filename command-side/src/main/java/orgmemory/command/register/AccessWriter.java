// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import orgmemory.access.account.AccountFacts;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.StoredEvent;
import orgmemory.message.people.AccountMessages.AccountEvent;

/** Lets in and shows out in the commit of the facts that say so. */
public final class AccessWriter implements AppendCompanion {

    @Override
    public void write(Connection connection, List<StoredEvent> events) throws SQLException {
        for (var stored : events) {
            if (stored.event() instanceof AccountEvent event) {
                AccountFacts.apply(connection, event, stored.envelope().actor(), stored.position(),
                        stored.envelope().occurredOn());
            }
        }
    }

    @Override
    public boolean concerns(List<StoredEvent> events) {
        return events.stream().anyMatch(stored -> stored.event() instanceof AccountEvent);
    }
}
