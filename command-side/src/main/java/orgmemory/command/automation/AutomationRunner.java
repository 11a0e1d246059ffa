// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import orgmemory.command.automation.AutomationTables.DueMatter;
import orgmemory.command.automation.Automations.Following;
import orgmemory.command.register.Register;
import orgmemory.journal.Feed;
import orgmemory.journal.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does of itself what follows from facts and from days. Each automation reads from a position of its own, which is written
 * after what it asked for: an interruption in between repeats that, under the same key. Several processes on one database may
 * all run: what one has done the others find done.
 */
public final class AutomationRunner implements AutoCloseable {

    private static final int PAGE = 200;
    private static final Duration LOOK_AT_LEAST_EACH = Duration.ofSeconds(10);
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(AutomationRunner.class);

    /** An automation and how far it has read. What goes wrong with one stops no other. */
    private static final class Reader {

        private final Following<?> following;
        private long position;
        private long pausedUntil = System.nanoTime();

        private Reader(Following<?> following, long position) {
            this.following = following;
            this.position = position;
        }

        boolean isPaused() {
            return System.nanoTime() - pausedUntil < 0;
        }
    }

    private final Feed feed;
    private final FollowUpDispatcher followUpDispatcher;
    private final Register register;
    private final Supplier<LocalDate> today;
    private final AutomationTables tables;
    private final Automations automations;
    private final List<Reader> readers;
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Finds where each automation is to go on.
     *
     * @param today the present day in the institute's time zone
     */
    public AutomationRunner(Automations automations, Feed feed, FollowUpDispatcher followUpDispatcher,
            Register register,
            Supplier<LocalDate> today, DataSource source) {
        this.automations = automations;
        this.feed = feed;
        this.followUpDispatcher = followUpDispatcher;
        this.register = register;
        this.today = today;
        this.tables = new AutomationTables(source);
        this.readers = automations.following()
                .stream()
                .<Reader>map(each -> new Reader(each, tables.position(each.name())))
                .toList();
        this.thread = Thread.ofPlatform().daemon().name("automations").unstarted(this::run);
    }

    /** From now on it works by itself. */
    public void start() {
        thread.start();
    }

    /**
     * Does all that follows from what is recorded, and from the present day, before it returns: whoever tells a story, in
     * which days go by in a moment, waits for it.
     */
    public void catchUp() {
        turn.lock();
        try {
            long head = -1;
            while (feed.head() > head && !closed) {
                head = feed.head();
                boolean more = true;
                while (more && !closed) {
                    more = read();
                }
                meetDeadlines();
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                catchUp();
                if (feed.awaitAfter(feed.head(), LOOK_AT_LEAST_EACH)) {
                    // One look for many facts that come at once.
                    pause(GATHERING);
                }
            } catch (RuntimeException failure) {
                if (!closed) {
                    LOG.warn("What follows of itself waits: {}", failure.toString());
                    pause(PAUSE);
                }
            }
        }
    }

    /** Reads one page; false where no automation has anything left to read. */
    private boolean read() {
        var reading = readers.stream().filter(reader -> !reader.isPaused()).toList();
        if (reading.isEmpty()) {
            return false;
        }
        long from = reading.stream().mapToLong(reader -> reader.position).min().orElseThrow();
        var facts = feed.read(from, PAGE);
        reading.forEach(reader -> follow(reader, facts));
        if (!facts.isEmpty()) {
            tables.reach(reading.stream()
                    .collect(toMap(reader -> reader.following.name(), reader -> reader.position)));
        }
        return !facts.isEmpty();
    }

    private void follow(Reader reader, List<StoredEvent> facts) {
        try {
            for (var fact : facts) {
                if (fact.position() > reader.position) {
                    react(reader.following, fact);
                    reader.position = fact.position();
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("{} waits at position {}", reader.following.name(), reader.position + 1, failure);
            reader.pausedUntil = System.nanoTime() + PAUSE.toNanos();
        }
    }

    private void react(Following<?> following, StoredEvent fact) {
        int number = 0;
        for (var command : following.react(fact, register)) {
            followUpDispatcher.issue(FollowUp.of(fact, following.name(), number++, command));
        }
    }

    private void meetDeadlines() {
        var deadlines = automations.deadlines();
        if (!deadlines.isEmpty()) {
            for (var due : tables.due(today.get(), deadlines.keySet())) {
                meet(due, Objects.requireNonNull(deadlines.get(due.matter().what())));
            }
        }
    }

    /** One that cannot be met now keeps no other waiting; it is still due when one looks again. */
    private void meet(DueMatter due, Deadline deadline) {
        try {
            followUpDispatcher.issue(FollowUp.of(due, deadline));
        } catch (RuntimeException failure) {
            LOG.warn("What was due on {} waits: {}", due.day(), due.matter().key(), failure);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
