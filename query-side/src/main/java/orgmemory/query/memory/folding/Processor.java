// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import javax.sql.DataSource;
import orgmemory.journal.Feed;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.Views;

/**
 * Carries all events through all views: one thread, one transaction a batch with the position, one leading node at a
 * time.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Processor implements AutoCloseable {

    /** Events a transaction unless said otherwise. */
    public static final int BATCH = 1_000;

    public Processor(DataSource dataSource, Feed feed, Views views, Payloads payloads, Arrivals arrivals) {
        this(dataSource, feed, views, payloads, arrivals, BATCH);
    }

    public Processor(DataSource dataSource, Feed feed, Views views, Payloads payloads, Arrivals arrivals,
            int batch) {
    }

    /** Starts to follow the journal on a thread of its own, as soon as no other node does. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /**
     * Folds on the caller's thread up to the journal's head, and finishes what is being folded anew. For start-up, tools
     * and tests; never while started.
     */
    public void catchUp() {
        throw new UnsupportedOperationException();
    }

    /** Folds a view anew beside the one that is read, and switches when it has caught up. */
    public void rebuild(String view) {
        throw new UnsupportedOperationException();
    }

    /** Folds every view anew. */
    public void rebuildAll() {
        throw new UnsupportedOperationException();
    }

    /** Empties the memory and folds it anew from the journal, on the caller's thread; never while any node is started. */
    public void rebuildFromZero() {
        throw new UnsupportedOperationException();
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
