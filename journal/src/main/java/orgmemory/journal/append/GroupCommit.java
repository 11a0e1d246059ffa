// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the journal of this process: a thread that takes all appends that are waiting, checks them together
 * under one lock, and commits those that may go in at once. An append returns when it is durable.
 */
public final class GroupCommit implements AutoCloseable {

    /** So many callers may wait, each with an append or a chain of them; the next one is turned away. */
    static final int WAITING_LIMIT = 1_000;

    private static final int GROUP_LIMIT = 256;
    private static final List<PendingAppend> END = List.of();
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final DataSource dataSource;
    private final EventCodec codec;
    private final AppendGroup group;
    private final int limit;
    private final LinkedBlockingQueue<List<PendingAppend>> waiting = new LinkedBlockingQueue<>();
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
        this.appender = Thread.ofPlatform().name("journal-appender").start(this::run);
    }

    /**
     * Appends all events or none, in this order, and returns when they are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException another append to the stream came first
     * @throws orgmemory.message.Rejected     {@code id.taken} or {@code idempotency.other-body}
     * @throws StaleVersion                   the entity has another version than the conditions name
     * @throws AlreadyAnswered                the command was appended before
     * @throws Overloaded                     too many are waiting
     * @throws JournalUnavailable             the database does not answer; the outcome is open
     */
    public Appended append(List<NewEvent> events, AppendConditions conditions) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Nothing to append");
        }
        var append = new PendingAppend(events, conditions, codec, null);
        submit(List.of(append));
        return append.await();
    }

    /** A chain of appends that are to be committed together. */
    public AppendChain chain() {
        return new AppendChain(this, codec);
    }

    /** Takes appends that rest on each other, in order. They stay together, whatever else waits. */
    void submit(List<PendingAppend> chain) {
        synchronized (this) {
            if (closed) {
                throw new Overloaded("The service is stopping");
            }
            if (waiting.size() >= limit) {
                throw new Overloaded("Too many appends are waiting");
            }
            waiting.add(chain);
        }
    }

    /** What was answered under an idempotency key. */
    public Optional<StoredAnswer> answer(String idempotencyKey) {
        return Optional.ofNullable(answers(List.of(idempotencyKey)).get(idempotencyKey));
    }

    /** What was answered under some idempotency keys; those under which nothing was are left out. */
    public Map<String, StoredAnswer> answers(Collection<String> idempotencyKeys) {
        var found = new HashMap<String, StoredAnswer>();
        if (idempotencyKeys.isEmpty()) {
            return found;
        }
        var sql = "select *, entity_version as number from journal.answer where idempotency_key = any(?)";
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", idempotencyKeys.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString("idempotency_key"), JournalTables.answer(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new JournalUnavailable("The journal could not be read", failure);
        }
    }

    /** How many callers wait for the next commit. */
    public int waiting() {
        return waiting.size();
    }

    /** Takes no more appends, and returns when all that were taken have been answered. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                waiting.add(END);
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
                last = gather(next);
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

    /** Takes what waits, up to about the limit. True where nothing comes after it. */
    private boolean gather(List<PendingAppend> next) throws InterruptedException {
        var chain = waiting.take();
        while (chain != null && !chain.isEmpty()) {
            next.addAll(chain);
            chain = next.size() < GROUP_LIMIT ? waiting.poll() : null;
        }
        return chain != null;
    }
}
