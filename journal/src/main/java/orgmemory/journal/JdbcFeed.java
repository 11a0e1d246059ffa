// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as the tables hold it. It listens for new events on a connection of its own and looks once a second besides,
 * so that a lost notification costs a second and nothing else.
 */
public final class JdbcFeed implements Feed, AutoCloseable {

    private static final int LOOK_EACH_MS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(JdbcFeed.class);

    private final DataSource dataSource;
    private final Journal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grew = lock.newCondition();
    private final Thread listener;
    private long known;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    /** @param dataSource as the application's role; one connection is kept */
    public JdbcFeed(DataSource dataSource, Journal journal) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.listener = Thread.ofPlatform().daemon().name("journal-feed").start(this::listen);
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        return journal.after(after, limit);
    }

    @Override
    public long head() {
        return journal.head();
    }

    @Override
    public boolean awaitAfter(long position, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (known <= position) {
                if (left <= 0 || closed) {
                    return false;
                }
                left = grew.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stops listening at once, whatever the database does at that moment; who waits is let go. */
    @Override
    public void close() {
        closed = true;
        listener.interrupt();
        hangUp();
        reach(0);
        try {
            listener.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing else ends a wait for what the database says next. */
    private void hangUp() {
        var connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("The feed's connection could not be ended", gone);
            }
        }
    }

    private void listen() {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                listening = connection;
                listen(connection);
            } catch (SQLException lost) {
                if (!closed) {
                    LOG.warn("The feed's connection was lost: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        var notices = connection.unwrap(PGConnection.class);
        try (var listen = connection.createStatement();
                var look = connection
                        .prepareStatement("select coalesce(max(position), 0) from journal.event")) {
            listen.execute("listen journal");
            long looked = 0;
            while (!closed) {
                long now = System.nanoTime();
                if (looked == 0 || now - looked >= TimeUnit.MILLISECONDS.toNanos(LOOK_EACH_MS)) {
                    try (var rows = look.executeQuery()) {
                        rows.next();
                        reach(rows.getLong(1));
                    }
                    looked = now;
                }
                for (var notice : notices.getNotifications(LOOK_EACH_MS)) {
                    reach(Long.parseLong(notice.getParameter()));
                }
            }
            listen.execute("unlisten journal");
        }
    }

    private void reach(long position) {
        lock.lock();
        try {
            known = Math.max(known, position);
            grew.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EACH_MS / 4);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
