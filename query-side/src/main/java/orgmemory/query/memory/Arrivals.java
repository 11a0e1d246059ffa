// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Tells readers of this process that the memory has moved on. */
public final class Arrivals {

    /** Another process may lead the memory, and then nobody here is told. */
    private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final AtomicLong moves = new AtomicLong();

    /** How often it has moved on, as far as this process was told. */
    public long moves() {
        return moves.get();
    }

    /** The memory has committed something. */
    public void moved() {
        lock.lock();
        try {
            moves.incrementAndGet();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it holds; false when the time ran out or the thread was interrupted. */
    public boolean await(BooleanSupplier holds, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!holds.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                var _ = moved.awaitNanos(Math.min(left, ASK_AGAIN_NANOS));
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
