// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.JournalUnavailable;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a group of appends through one commit: losers are refused alone, and each is told what is true. */
final class AppendGroup implements AutoCloseable {

    private static final int ATTEMPTS = 40;
    private static final int PAUSE_MS = 250;
    private static final Logger LOG = LoggerFactory.getLogger(AppendGroup.class);

    private final DataSource dataSource;
    private final InstantSource clock;
    private final List<AppendCompanion> companions;
    private final ExecutorService telling = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable JournalTables tables;

    /** What may be durable although nobody knows yet: the connection was lost while it was being committed. */
    private @Nullable Verdicts unsure;

    AppendGroup(DataSource dataSource, InstantSource clock, List<AppendCompanion> companions) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.companions = companions;
    }

    /**
     * Commits a group, over a lost connection too. Where the connection was cut at the commit, the next one looks, under
     * the lock, whether the events are there: an append that is durable is never answered as failed, nor done twice.
     */
    void carry(List<PendingAppend> group) {
        unsure = null;
        for (int attempt = 1;; attempt++) {
            try {
                tell(settle(group), group.size());
                return;
            } catch (SQLException | RuntimeException failure) {
                if (!JournalUnavailable.isLost(failure)) {
                    apart(group, failure);
                    return;
                }
                disconnect();
                if (attempt == ATTEMPTS) {
                    giveUp(group, failure);
                    return;
                }
                LOG.warn("The journal's connection was lost: {}", failure.getMessage());
                pause(attempt);
            }
        }
    }

    /** Waking many takes a third as long as a commit: while they wake, the next group is on its way. */
    private void tell(Verdicts verdicts, int members) {
        Executor where = members > 1 ? telling : Runnable::run;
        where.execute(verdicts::tell);
    }

    /** Returns when everybody has been told. */
    @Override
    public void close() {
        telling.close();
        disconnect();
    }

    private Verdicts settle(List<PendingAppend> group) throws SQLException {
        var earlier = unsure;
        if (earlier != null && recorded(earlier)) {
            return earlier;
        }
        unsure = null;
        var known = connected().known(group);
        if (known != null) {
            var verdicts = judge(group, known);
            if (verdicts.admitsAny() && !concernsCompanions(verdicts) && commit(verdicts)) {
                return verdicts;
            }
            connected().rollback();
        }
        return lookAndWrite(group);
    }

    /** What is known of the journal from the last group may be out of date: here it is read under the lock. */
    private Verdicts lookAndWrite(List<PendingAppend> group) throws SQLException {
        var verdicts = judge(group, connected().look(group));
        if (!verdicts.admitsAny()) {
            connected().connection().commit();
        } else if (!concernsCompanions(verdicts)) {
            mustBeIn(commit(verdicts));
        } else {
            mustBeIn(connected().insert(verdicts.rows(), verdicts.answers(), false));
            for (var companion : companions) {
                companion.write(connected().connection(), verdicts.events());
            }
            unsure = verdicts;
            connected().connection().commit();
        }
        return verdicts;
    }

    private boolean commit(Verdicts verdicts) throws SQLException {
        unsure = verdicts;
        return connected().insert(verdicts.rows(), verdicts.answers(), true);
    }

    private static void mustBeIn(boolean in) {
        if (!in) {
            throw new IllegalStateException("The journal has moved on although its lock is held");
        }
    }

    private boolean concernsCompanions(Verdicts verdicts) {
        return companions.stream().anyMatch(companion -> companion.concerns(verdicts.events()));
    }

    private Verdicts judge(List<PendingAppend> group, Heads heads) {
        return new Verdicts(group, heads, heads.recordedAt(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private boolean recorded(Verdicts verdicts) throws SQLException {
        boolean there = connected().holds(verdicts.events().getFirst().eventId());
        connected().rollback();
        return there;
    }

    private static void giveUp(List<PendingAppend> group, Exception failure) {
        group.forEach(append -> append.failed(
                new JournalUnavailable("The journal's database does not answer", failure)));
    }

    /** What breaks a group breaks one member alone: each is tried again by itself. */
    private void apart(List<PendingAppend> group, Exception failure) {
        rollback();
        if (group.size() > 1) {
            group.forEach(append -> carry(List.of(append)));
        } else if (failure instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
            group.getFirst().failed(new ConcurrencyException("Something else took the place", failure));
        } else if (failure instanceof RuntimeException reason) {
            group.getFirst().failed(reason);
        } else {
            LOG.warn("The journal could not be written: {}",
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
            group.getFirst().failed(new JournalUnavailable("The journal could not be written", failure));
        }
    }

    private JournalTables connected() throws SQLException {
        var open = tables;
        if (open == null) {
            open = new JournalTables(dataSource.getConnection());
            tables = open;
        }
        return open;
    }

    private void rollback() {
        try {
            connected().rollback();
        } catch (SQLException failure) {
            disconnect();
        }
    }

    private void disconnect() {
        var open = tables;
        tables = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException lost) {
                LOG.debug("The lost connection could not be closed", lost);
            }
        }
    }

    private static void pause(int attempt) {
        if (attempt > 1) {
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException nobodyInterrupts) {
                LOG.warn("The journal's appender was interrupted and goes on");
            }
        }
    }
}
