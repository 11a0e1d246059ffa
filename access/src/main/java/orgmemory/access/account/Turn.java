// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
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
            var connection = source.getConnection();
            var turn = new Turn(connection);
            connection.setAutoCommit(false);
            if (!turn.take(link)) {
                turn.close();
                throw new HttpProblem(409, "link.in-use");
            }
            return turn;
        } catch (SQLException away) {
            throw HttpProblem.later("status.503", 2);
        }
    }

    private boolean take(Links.Link link) throws SQLException {
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
            throw HttpProblem.later("status.503", 2);
        }
    }
}
