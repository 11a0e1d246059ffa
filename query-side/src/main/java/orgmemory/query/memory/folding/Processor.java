// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries all events through all views: one thread, one transaction a batch with the position, one leading process at a
 * time. A second thread folds views anew beside those that are read.
 */
public final class Processor implements AutoCloseable {

    /** Events a transaction unless said otherwise. */
    public static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DataSource dataSource;
    private final Feed feed;
    private final Views views;
    private final EventCodec codec;
    private final Arrivals arrivals;
    private final int batch;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean leads;
    private volatile @Nullable Thread follower;
    private volatile @Nullable Thread rebuilder;

    public Processor(DataSource dataSource, Feed feed, Views views, EventCodec codec, Arrivals arrivals) {
        this(dataSource, feed, views, codec, arrivals, BATCH);
    }

    public Processor(DataSource dataSource, Feed feed, Views views, EventCodec codec, Arrivals arrivals,
            int batch) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.views = views;
        this.codec = codec;
        this.arrivals = arrivals;
        this.batch = batch;
    }

    /** Starts to follow the journal on a thread of its own, as soon as no other process does. */
    public synchronized void start() {
        if (follower != null || closed()) {
            throw new IllegalStateException("A processor starts once");
        }
        follower = Thread.ofPlatform().name("memory").start(() -> persist(this::lead));
    }

    /**
     * Folds on the caller's thread up to the journal's head, and finishes what is being folded anew. For start-up, tools
     * and tests; throws where another process leads.
     */
    public void catchUp() {
        alone(connection -> {});
    }

    /** Folds a view anew beside the one that is read, and switches when it has caught up. */
    public void rebuild(String view) {
        new ViewTable(JdbcClient.create(dataSource)).foldAnew(views.named(view));
    }

    /** Folds every view anew. */
    public void rebuildAll() {
        views.all().forEach(view -> rebuild(view.name()));
    }

    /** Empties the memory and folds it anew from the journal, on the caller's thread; throws where any process leads. */
    public void rebuildFromZero() {
        alone(connection -> Transaction.run(connection, () -> {
            try (var statement = connection.createStatement()) {
                statement.execute("truncate memory.record, memory.mention, memory.version, memory.present, "
                        + "memory.touch, memory.view");
                statement.execute("update memory.progress set position = 0");
            }
        }));
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        closed.countDown();
        for (var thread : new @Nullable Thread[] {follower, rebuilder}) {
            if (thread != null && thread != Thread.currentThread()) {
                thread.interrupt();
                join(thread);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done with a connection. */
    @FunctionalInterface
    private interface Task {
        void run(Connection connection) throws SQLException;
    }

    private void alone(Task first) {
        try (var connection = dataSource.getConnection()) {
            if (!Lead.take(connection)) {
                throw new IllegalStateException("Another process follows the journal");
            }
            try {
                first.run(connection);
                var batches = new Batches(connection, feed, views, codec, arrivals, batch);
                batches.open();
                var rebuild = new Rebuild(connection, views, codec);
                while (batches.next() || rebuild.next()) {
                    arrivals.moved();
                }
            } finally {
                Lead.leave(connection);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The memory cannot be folded: " + failure.getMessage(), failure);
        }
    }

    /** Does it again and again until closed, after failures with growing pauses. */
    private void persist(Task task) {
        long pause = 50;
        while (!closed()) {
            try (var connection = dataSource.getConnection()) {
                task.run(connection);
                pause = 50;
            } catch (SQLException | RuntimeException failure) {
                if (!closed()) {
                    LOG.warn("The memory pauses for {} ms and tries again", pause, failure);
                }
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private void lead(Connection connection) throws SQLException {
        if (!Lead.take(connection)) {
            pause(LOOK_AGAIN.toMillis());
            return;
        }
        try {
            var batches = new Batches(connection, feed, views, codec, arrivals, batch);
            batches.open();
            leads = true;
            rebuildBeside();
            while (!closed()) {
                if (!batches.next()) {
                    feed.awaitAfter(batches.position(), LOOK_AGAIN);
                }
            }
        } finally {
            leads = false;
            Lead.leave(connection);
        }
    }

    private synchronized void rebuildBeside() {
        if (rebuilder == null) {
            rebuilder = Thread.ofPlatform().name("memory-rebuild").start(() -> persist(connection -> {
                var rebuild = new Rebuild(connection, views, codec);
                while (!closed()) {
                    if (!leads || !rebuild.next()) {
                        pause(LOOK_AGAIN.toMillis());
                    }
                }
            }));
        }
    }

    private boolean closed() {
        return closed.getCount() == 0;
    }

    private void pause(long millis) {
        try {
            var _ = closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
