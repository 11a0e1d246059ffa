// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes rows of its own in the commit of an append, under the append's lock: the register does. */
@FunctionalInterface
public interface AppendCompanion {

    /**
     * Called once a group with all events that are being committed, in order, and never ends the transaction itself. What
     * it throws undoes the group; each append is then tried by itself, so only what it still refuses fails.
     */
    void write(Connection connection, List<StoredEvent> events) throws SQLException;

    /** Whether it has anything to write for some of these; where it has not, a group is written in one round trip. */
    default boolean concerns(List<StoredEvent> events) {
        return true;
    }
}
