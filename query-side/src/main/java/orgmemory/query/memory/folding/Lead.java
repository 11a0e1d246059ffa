// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;

/** The right to move the memory on. One session has it at a time, and loses it with its connection. */
final class Lead {

    /** The same for all processes of one database. */
    private static final long LOCK = 0x6D656D6F7279L;

    private Lead() {
    }

    static boolean take(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?)");
    }

    /** Gives it back, if need be with the connection. */
    static void leave(Connection connection) {
        try {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException failure) {
            // A pooled connection that is still alive would go on leading.
            try {
                connection.abort(Runnable::run);
            } catch (SQLException cut) {
                failure.addSuppressed(cut);
            }
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
