// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time it is in the memory: for what is recorded now, for the present day, for every day that is shown. That is the
 * system's time, unless the memory holds a story: then it is the story's, which goes on as real time does. Neither ever goes
 * back, nor behind what was recorded last, whatever happens to the system's clock.
 */
public final class MemoryClock implements InstantSource {

    /** By how much the story's time is ahead of real time, commonly less than nothing; fixed while it is first told. */
    private static final String SETTING = "story-clock";

    /** The system's clock may be read as often as one likes; it is said once that it was set back. */
    private static final Logger LOG = LoggerFactory.getLogger(MemoryClock.class);

    private final InstantSource real;
    private @Nullable Duration ahead;
    private @Nullable Instant standing;
    private Instant latest = Instant.MIN;
    private Instant latestReal = Instant.MAX;

    private MemoryClock(InstantSource real) {
        this.real = real;
    }

    /** The clock of what is recorded here. */
    public static MemoryClock of(Journal journal, InstantSource real) {
        var clock = new MemoryClock(real);
        clock.ahead = journal.setting(SETTING).map(Duration::parse).orElse(null);
        clock.latest = journal.lastRecorded().orElse(Instant.MIN);
        return clock;
    }

    /** The time that the source tells, without any story. */
    public static MemoryClock of(InstantSource real) {
        return new MemoryClock(real);
    }

    /** Whether it shows a story's time. */
    public synchronized boolean ofStory() {
        return ahead != null || standing != null;
    }

    @Override
    public synchronized Instant instant() {
        if (standing != null) {
            return standing;
        }
        var system = real.instant();
        var now = ahead == null ? system : system.plus(ahead);
        if (!now.isBefore(latest)) {
            latest = now;
        } else if (ahead == null) {
            fallBehind(system);
        } else {
            ahead = ahead.plus(Duration.between(now, latest));
        }
        latestReal = system;
        return latest;
    }

    /** Half as fast as real time, until the system's clock is level again: days go on, and what is ahead is made good. */
    private void fallBehind(Instant system) {
        if (latestReal.isBefore(system)) {
            latest = latest.plus(Duration.between(latestReal, system).dividedBy(2));
        } else if (system.isBefore(latestReal)) {
            LOG.warn(
                    "The system's clock is {} behind what was recorded; the memory's goes slower until it is level",
                    Duration.between(system, latest));
        }
    }

    /** Stands still at a moment of a story that is being told, or where it was if that is later. */
    public synchronized void standAt(Instant moment) {
        latest = moment.isAfter(latest) ? moment : latest;
        standing = latest;
    }

    /**
     * Fixes for ever when the story's clock goes on from its last moment: now. Where that was fixed before, the story is
     * told on after an interruption, and it stays.
     */
    public synchronized void startFrom(Instant lastMoment, Journal journal) {
        var fromNow = Duration.between(real.instant(), lastMoment);
        ahead = Duration.parse(journal.setting(SETTING, fromNow.toString()));
    }

    /** Stands no longer. */
    public synchronized void goOn() {
        standing = null;
    }
}
