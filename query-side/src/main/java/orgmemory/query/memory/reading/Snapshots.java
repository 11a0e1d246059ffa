// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.UncategorizedSQLException;

/** Reads that see the memory at one position, whatever happens meanwhile. */
public final class Snapshots {

    private static final int ROWS_AT_ONCE = 500;

    private final DataSource dataSource;

    public Snapshots(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> T read(Function<JdbcClient, T> work) {
        try (var connection = dataSource.getConnection()) {
            try {
                begin(connection);
                var template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
                template.setFetchSize(ROWS_AT_ONCE);
                var answer = work.apply(JdbcClient.create(template));
                connection.commit();
                return answer;
            } finally {
                end(connection);
            }
        } catch (SQLException failure) {
            var translated = new SQLExceptionSubclassTranslator().translate("read the memory", null, failure);
            throw translated == null
                    ? new UncategorizedSQLException("read the memory", null, failure)
                    : translated;
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
