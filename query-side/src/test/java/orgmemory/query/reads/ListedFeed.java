// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import orgmemory.journal.Feed;
import orgmemory.journal.StoredEvent;

/** A journal that is a list; it may grow while somebody follows it. */
final class ListedFeed implements Feed {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grew = lock.newCondition();
    private final List<StoredEvent> events;

    ListedFeed(List<StoredEvent> events) {
        this.events = new ArrayList<>(events);
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        lock.lock();
        try {
            int from = (int) Math.min(after, events.size());
            return List.copyOf(events.subList(from, Math.min(from + limit, events.size())));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long head() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitAfter(long position, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (events.size() <= position && left > 0) {
                left = grew.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            }
            return events.size() > position;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
