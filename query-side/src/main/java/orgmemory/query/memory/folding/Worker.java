// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** A thread that does its task until it is closed: after a failure again, with a new connection and a growing pause. */
final class Worker implements AutoCloseable {

    /** How long to wait before looking again for something to do. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long SHORTEST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 5_000;

    /** What is done with a connection, until it ends or the worker is closed. */
    @FunctionalInterface
    interface Task {
        void run(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final String name;
    private final Task task;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    Worker(DataSource dataSource, String name, Task task) {
        this.dataSource = dataSource;
        this.name = name;
        this.task = task;
    }

    synchronized void start() {
        if (thread != null || closed()) {
            throw new IllegalStateException("The worker " + name + " starts once");
        }
        thread = Thread.ofPlatform().name(name).start(this::persist);
    }

    boolean closed() {
        return closed.getCount() == 0;
    }

    /** Waits, though not past its closing. */
    void pause(long millis) {
        try {
            var _ = closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // Only closing interrupts, and that is asked for.
            Thread.currentThread().interrupt();
        }
    }

    private void persist() {
        long pause = SHORTEST_PAUSE;
        while (!closed()) {
            try (var connection = dataSource.getConnection()) {
                task.run(connection);
                pause = SHORTEST_PAUSE;
            } catch (SQLException | RuntimeException | Error failure) {
                if (!closed()) {
                    warn(failure, pause);
                    pause(pause);
                    pause = Math.min(pause * 2, LONGEST_PAUSE);
                }
            }
        }
    }

    /** A database that is away says all in its message; what may be a mistake of ours is told with where it happened. */
    private void warn(Throwable failure, long pause) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException away) {
            LOG.warn("{} waits {} ms for its database: {}", name, pause, away.getMessage());
        } else {
            LOG.warn("{} failed; trying again in {} ms", name, pause, failure);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        var started = started();
        if (started != null && started != Thread.currentThread()) {
            started.interrupt();
            try {
                started.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable Thread started() {
        return thread;
    }
}
