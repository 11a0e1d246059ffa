// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;

/** All of some work on a connection, or nothing. */
final class Transaction {

    private Transaction() {
    }

    /** What is done in it. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    static void run(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error failure) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException cut) {
                failure.addSuppressed(cut);
            }
            throw failure;
        }
        connection.setAutoCommit(true);
    }
}
