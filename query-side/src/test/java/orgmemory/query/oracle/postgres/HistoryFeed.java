// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.postgres;

import java.time.Duration;
import java.util.List;
import orgmemory.journal.Feed;
import orgmemory.journal.StoredEvent;
import orgmemory.query.oracle.history.History;

/** A journal in which a history has been recorded up to some position so far. */
final class HistoryFeed implements Feed {

    private final History history;
    private volatile long head;

    HistoryFeed(History history, long head) {
        this.history = history;
        this.head = head;
    }

    /** More of it has been recorded. */
    void recordUpTo(long position) {
        head = position;
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        return history.events()
                .stream()
                .filter(event -> event.position() > after && event.position() <= head)
                .limit(limit)
                .toList();
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public boolean awaitAfter(long position, Duration atMost) {
        return head > position;
    }
}
