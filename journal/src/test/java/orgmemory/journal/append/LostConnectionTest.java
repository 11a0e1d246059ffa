// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The server ends the appender's connection at the worst moments; what is answered is true all the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostConnectionTest {

    private enum Cut {
        BEFORE_COMMIT, AFTER_COMMIT
    }

    private final TestDatabase database = TestDatabase.with("journal");
    private final EventCodec codec = new EventCodec();
    private final Journal journal = new Journal(database.app(), codec);
    private final List<Cut> cuts = new ArrayList<>();

    @Test
    void cut_before_the_commit_the_append_is_done_again() {
        appendsOnce(Cut.BEFORE_COMMIT);
    }

    @Test
    void cut_after_the_commit_the_append_is_found_and_not_done_again() {
        appendsOnce(Cut.AFTER_COMMIT);
    }

    @Test
    void cut_again_and_again_the_append_is_done_once() {
        appendsOnce(Cut.BEFORE_COMMIT, Cut.BEFORE_COMMIT, Cut.AFTER_COMMIT);
    }

    @Test
    void an_idle_connection_that_was_cut_is_replaced() throws SQLException {
        try (var commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of())) {
            commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 1))), AppendConditions.none());
            assertThat(endOthers()).isPositive();
            commits.append(List.of(Facts.at(1, Facts.forecast("BY2017", 2))), AppendConditions.none());
        }
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void under_load_every_append_is_answered_and_done_once() throws Exception {
        var running = new AtomicInteger(8);
        try (var commits = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                var year = "BY-" + i;
                writers.add(threads.submit(() -> {
                    try {
                        for (int n = 0; n < 40; n++) {
                            commits.append(List.of(Facts.at(n, Facts.forecast(year, n))),
                                    AppendConditions.none());
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                }));
            }
            int ended = 0;
            while (running.get() > 0 && ended < 12) {
                ended += endOthers();
            }
            for (var writer : writers) {
                writer.get();
            }
            assertThat(ended).isPositive();
        }
        assertThat(journal.after(0, 1_000)).extracting(StoredEvent::position)
                .hasSize(320)
                .isSorted()
                .endsWith(320L);
    }

    /** In each of the ways in which a group is committed: after looking, on what is known, and with a companion. */
    private void appendsOnce(Cut... cut) {
        var ways = Map.<String, List<AppendCompanion>>of("BY2017", List.of(), "BY2018",
                List.of((connection, events) -> {}));
        ways.forEach((year, companions) -> {
            try (var commits = new GroupCommit(cutting(), codec, Clock.systemUTC(), companions)) {
                for (int n = 0; n < 3; n++) {
                    long head = journal.head();
                    var conditions = new AppendConditions("P1 " + year + n, "hash", null);
                    cuts.addAll(List.of(cut));
                    commits.append(List.of(Facts.at(n, Facts.forecast(year, n))), conditions);
                    assertThat(cuts).isEmpty();
                    assertThat(requireNonNull(conditions.receipt()).position()).isEqualTo(head + 1);
                    assertThat(journal.head()).isEqualTo(head + 1);
                }
            }
        });
    }

    /** Connections that the server ends around a commit, once for each cut that is asked for. */
    private DataSource cutting() {
        var real = database.app();
        return proxy(DataSource.class, (method, arguments) -> cutting(real.getConnection()));
    }

    /** A commit is a call of its own, or the last command of a statement. */
    private Connection cutting(Connection real) {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "commit" -> cutAround(real, () -> method.invoke(real, arguments));
            case "prepareStatement" -> arguments[0].toString().endsWith("commit")
                    ? cutting(real, real.prepareStatement(arguments[0].toString()))
                    : method.invoke(real, arguments);
            default -> method.invoke(real, arguments);
        });
    }

    private PreparedStatement cutting(Connection connection, PreparedStatement real) {
        return proxy(PreparedStatement.class, (method, arguments) -> method.getName().equals("execute")
                ? cutAround(connection, () -> method.invoke(real, arguments))
                : method.invoke(real, arguments));
    }

    private Object cutAround(Connection connection, Callable<Object> commit) throws Exception {
        var cut = cuts.isEmpty() ? null : cuts.removeFirst();
        if (cut == Cut.AFTER_COMMIT) {
            commit.call();
        }
        if (cut != null) {
            end(connection.unwrap(PGConnection.class).getBackendPID());
        }
        // After the cut even a commit that was done looks as if it had failed.
        return cut == Cut.AFTER_COMMIT ? connection.prepareStatement("select 1").execute() : commit.call();
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause();
                    }
                }));
    }

    private void end(int backend) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            statement.setInt(1, backend);
            statement.execute();
        }
    }

    /** Ends the application's connections that are in use or idle just now; says how many. */
    private int endOthers() throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement
                        .executeQuery("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
