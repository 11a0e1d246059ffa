// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.AppendTerms;
import orgmemory.journal.EventCodec;
import orgmemory.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the journal of this process: a thread that takes all appends that are waiting, checks them together
 * under one lock, and commits those that may go in at once. An append returns when it is durable.
 */
public final class GroupCommit implements AutoCloseable {

    /** So many appends may wait; the next one is turned away. */
    static final int WAITING_LIMIT = 1_000;

    private static final int GROUP_LIMIT = 256;
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final DataSource dataSource;
    private final EventCodec codec;
    private final AppendGroup group;
    private final int limit;
    private final LinkedBlockingQueue<PendingAppend> waiting = new LinkedBlockingQueue<>();
    private final PendingAppend end;
    private final Thread appender;
    private boolean closed;

    /**
     * @param dataSource as the application's role; one connection is kept
     * @param clock      gives the time of recording
     * @param companions write in the same commit
     */
    public GroupCommit(DataSource dataSource, EventCodec codec, InstantSource clock,
            List<AppendCompanion> companions) {
        this(dataSource, codec, clock, companions, WAITING_LIMIT);
    }

    GroupCommit(DataSource dataSource, EventCodec codec, InstantSource clock,
            List<AppendCompanion> companions,
            int limit) {
        this.dataSource = dataSource;
        this.codec = codec;
        this.limit = limit;
        this.group = new AppendGroup(dataSource, clock, List.copyOf(companions));
        this.end = new PendingAppend(List.of(), AppendTerms.none(), codec);
        this.appender = Thread.ofPlatform().name("journal-appender").start(this::run);
    }

    /**
     * Appends all events or none, in this order, and returns when they are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException another append to the stream came first
     * @throws orgmemory.message.Rejected     {@code id.taken} or {@code idempotency.other-body}
     * @throws StaleVersion                   the entity has another version than the terms name
     * @throws AlreadyAnswered                the command was appended before
     * @throws Overloaded                     too many are waiting
     * @throws JournalUnavailable             the database does not answer; the outcome is open
     */
    public Appended append(List<NewEvent> events, AppendTerms terms) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Nothing to append");
        }
        var append = new PendingAppend(events, terms, codec);
        synchronized (this) {
            if (closed) {
                throw new Overloaded("The service is stopping");
            }
            if (waiting.size() >= limit) {
                throw new Overloaded("Too many appends are waiting");
            }
            waiting.add(append);
        }
        return append.await();
    }

    /** What was answered under an idempotency key. */
    public Optional<StoredAnswer> answer(String idempotencyKey) {
        var sql = "select *, entity_version as number from journal.answer where idempotency_key = ?";
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, idempotencyKey);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(JournalTables.answer(rows)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("The journal could not be read", failure);
        }
    }

    /** How many appends wait for the next commit. */
    public int waiting() {
        return waiting.size();
    }

    /** Takes no more appends, and returns when all that were taken have been answered. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                waiting.add(end);
            }
        }
        boolean interrupted = false;
        while (appender.isAlive()) {
            try {
                appender.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var next = new ArrayList<PendingAppend>();
        boolean last = false;
        while (!last) {
            next.clear();
            try {
                next.add(waiting.take());
                waiting.drainTo(next, GROUP_LIMIT - 1);
                last = next.remove(end);
                if (!next.isEmpty()) {
                    group.carry(List.copyOf(next));
                }
            } catch (InterruptedException nobodyInterrupts) {
                LOG.warn("The journal's appender was interrupted and goes on");
            } catch (Throwable unforeseen) {
                LOG.error("An append failed", unforeseen);
                next.forEach(append -> append.failed(unforeseen));
            }
        }
        group.close();
    }
}
