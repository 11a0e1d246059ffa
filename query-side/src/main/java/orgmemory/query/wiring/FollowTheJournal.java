// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import java.time.Duration;
import orgmemory.journal.Feed;
import orgmemory.query.memory.folding.Processor;
import orgmemory.query.memory.reading.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the journal from before the first request until after the last, and never without its connections. What
 * the memory lacks when it starts is folded first, as all of it is after a repair: it would tell but half of what it knows.
 */
@Component
final class FollowTheJournal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowTheJournal.class);
    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private final Processor processor;
    private final Memory memory;
    private final Feed feed;
    private volatile boolean running;

    FollowTheJournal(Processor processor, Memory memory, Feed feed) {
        this.processor = processor;
        this.memory = memory;
        this.feed = feed;
    }

    @Override
    public void start() {
        processor.start();
        running = true;
        long head = feed.head();
        long lacks = head - memory.position();
        if (lacks > Processor.BATCH) {
            LOG.info("The memory folds {} facts of the journal before it opens", lacks);
        }
        if (lacks > 0) {
            awaitFolded(head);
        }
    }

    /** Goes on where nothing moves any more: the reads themselves then say what is wrong. */
    private void awaitFolded(long head) {
        long from = memory.position();
        while (!memory.awaitPosition(head, STANDSTILL)) {
            long at = memory.position();
            if (at == from) {
                LOG.warn("The memory stands at position {} of {} and does not move on", at, head);
                return;
            }
            from = at;
        }
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
