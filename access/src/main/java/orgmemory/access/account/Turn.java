// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import orgmemory.access.Failures;
import orgmemory.access.HttpProblem;

/** Of those who use one link at the same moment, in whichever process, one goes on. Whoever comes second does not wait. */
final class Turn implements AutoCloseable {

    private static final String TAKE = "select pg_try_advisory_xact_lock(hashtextextended('orgmemory link ' || ?, 0))";

    private final Connection connection;

    private Turn(Connection connection) {
        this.connection = connection;
    }

    /** Takes the link's turn until it is closed; refused with 409 while somebody else has it. */
    static Turn of(DataSource source, Links.Link link) {
        try {
            var turn = new Turn(source.getConnection());
            boolean taken = false;
            try {
                taken = turn.take(link);
            } finally {
                if (!taken) {
                    turn.close();
                }
            }
            if (!taken) {
                throw new HttpProblem(409, "link.in-use");
            }
            return turn;
        } catch (SQLException away) {
            throw Failures.away();
        }
    }

    private boolean take(Links.Link link) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, link.id().toString());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            // The lock went with the connection, and what was done in its turn stands.
        }
    }
}
