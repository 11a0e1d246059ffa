// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import orgmemory.journal.Feed;
import orgmemory.journal.StoredEvent;

/** A journal that is a list, to which events are added while others read it. */
public final class ListFeed implements Feed {

    private final List<StoredEvent> events = new ArrayList<>();

    /** Adds events, whose positions go on where the list ends. */
    public synchronized void add(List<StoredEvent> more) {
        events.addAll(more);
        notifyAll();
    }

    /** Begins again from nothing. */
    public synchronized void clear() {
        events.clear();
    }

    @Override
    public synchronized List<StoredEvent> read(long after, int limit) {
        int from = (int) Math.min(after, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized boolean awaitAfter(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (events.size() <= position) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
