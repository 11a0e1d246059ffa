// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Feed;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries all events through all views: one thread, one transaction a batch with the position, one leading process at a
 * time. A second thread of the leading process folds views anew beside those that are read.
 */
public final class Processor implements AutoCloseable {

    /** Events a transaction unless said otherwise. */
    public static final int BATCH = 1_000;

    private final DataSource dataSource;
    private final Feed feed;
    private final Views views;
    private final EventCodec codec;
    private final Arrivals arrivals;
    private final int batch;
    private final Worker follower;
    private final Worker rebuilder;
    private volatile boolean leads;

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
        this.follower = new Worker(dataSource, "memory", this::lead);
        this.rebuilder = new Worker(dataSource, "memory-rebuild", this::rebuildBeside);
    }

    /** Starts to follow the journal on threads of its own, as soon as no other process does. */
    public void start() {
        follower.start();
        rebuilder.start();
    }

    /** Whether this process is the one that follows the journal now. */
    public boolean leads() {
        return leads;
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
        rebuilder.close();
        follower.close();
    }

    private void alone(Worker.Task first) {
        try (var connection = dataSource.getConnection()) {
            if (!Lead.take(connection)) {
                throw new IllegalStateException("Another process follows the journal");
            }
            try {
                first.run(connection);
                var batches = open(connection);
                var rebuild = new Rebuild(connection, dataSource, views, codec);
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

    private void lead(Connection connection) throws SQLException {
        if (!Lead.take(connection)) {
            follower.pause(Worker.LOOK_AGAIN.toMillis());
            return;
        }
        try {
            var batches = open(connection);
            leads = true;
            while (!follower.closed()) {
                if (!batches.next()) {
                    feed.awaitAfter(batches.position(), Worker.LOOK_AGAIN);
                }
            }
        } finally {
            leads = false;
            Lead.leave(connection);
        }
    }

    private Batches open(Connection connection) throws SQLException {
        var batches = new Batches(connection, feed, views, codec, arrivals, batch);
        batches.open();
        return batches;
    }

    private void rebuildBeside(Connection connection) throws SQLException {
        var rebuild = new Rebuild(connection, dataSource, views, codec);
        while (!rebuilder.closed()) {
            if (!leads || !rebuild.next()) {
                rebuilder.pause(Worker.LOOK_AGAIN.toMillis());
            }
        }
    }
}
