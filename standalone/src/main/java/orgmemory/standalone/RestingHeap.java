// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Gives the machine back what a burst took. The collector that suits a small heap only shrinks it while it collects all of
 * it, which it has no reason to do once it is quiet: so it is asked to, once, when there was little to do for a while.
 */
@Component
final class RestingHeap implements DisposableBean {

    private static final long LOOK_SECONDS = 15;

    /** So many collections between two looks, and it is at work. */
    private static final long FEW = 1;

    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("resting-heap").factory());
    private long last = collections();
    private boolean worked = true;

    RestingHeap() {
        var _ = looks.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }

    private void look() {
        if (mayRest(collections())) {
            System.gc();
            last = collections();
        }
    }

    /** Whether it has worked and now does not, told by how often the heap has been collected so far. */
    boolean mayRest(long collections) {
        boolean quiet = collections - last <= FEW;
        boolean rests = quiet && worked;
        worked = !quiet;
        last = collections;
        return rests;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans()
                .stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
