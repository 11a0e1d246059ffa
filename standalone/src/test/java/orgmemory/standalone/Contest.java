// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What is done at the same moment: rows are held until all who do it wait, and then let go. */
final class Contest {

    private Contest() {
    }

    /**
     * Does all works at once, and answers how each ended.
     *
     * @param rows    a statement that locks what the first of them comes to
     * @param waiting how many of them then wait on the database
     */
    static List<? extends Future<?>> of(DataSource source, String rows, int waiting, Runnable... works)
            throws SQLException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor();
                var held = source.getConnection();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute(rows);
            var outcomes = Stream.of(works).map(all::submit).toList();
            RunningMemory.await(() -> waiting(statement) == waiting);
            held.commit();
            return outcomes;
        }
    }

    private static int waiting(Statement statement) {
        try (var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
