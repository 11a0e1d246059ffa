// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import orgmemory.query.memory.folding.Processor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows the journal from before the first request until after the last, and never without its connections. */
@Component
final class FollowTheJournal implements SmartLifecycle {

    private final Processor processor;
    private volatile boolean running;

    FollowTheJournal(Processor processor) {
        this.processor = processor;
    }

    @Override
    public void start() {
        processor.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        processor.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Low, so that the web server starts after it and stops before it; pools close after all of them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
