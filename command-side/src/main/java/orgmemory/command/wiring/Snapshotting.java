// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import orgmemory.journal.append.AppendChain;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.message.Subject;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state of an aggregate whenever its stream has grown by another hundred events, and once a longer one had to be
 * read, so that loading it seldom takes many more. It is the state that the last decision left, not one read anew as Axon's
 * own snapshotter reads it, which would cost each event a second decoding.
 */
public final class Snapshotting {

    private static final int EVENTS_A_SNAPSHOT = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Snapshotting.class);

    private final AggregateSnapshots snapshots;
    private final Cache cache;
    private final Executor beside;

    /** @param beside stores what is kept; may refuse, since a snapshot only saves time */
    public Snapshotting(AggregateSnapshots snapshots, Cache cache, Executor beside) {
        this.snapshots = snapshots;
        this.cache = cache;
        this.beside = beside;
    }

    boolean isAtHand(String stream) {
        return cache.containsKey(stream);
    }

    /** Told by the repository, in the unit of work that appends what was decided. */
    <A> void saved(EventSourcedAggregate<A> aggregate, Function<A, Object> stateOf, long sequenceBefore,
            long sequence) {
        if (hundreds(sequence) > hundreds(sequenceBefore)) {
            // Until the unit of work ends nobody else decides on the aggregate.
            CurrentUnitOfWork.get().root().afterCommit(unit -> keep(aggregate, stateOf, unit));
        }
    }

    private static long hundreds(long sequence) {
        return (sequence + 1) / EVENTS_A_SNAPSHOT;
    }

    private <A> void keep(EventSourcedAggregate<A> aggregate, Function<A, Object> stateOf,
            UnitOfWork<?> unit) {
        var stream = aggregate.identifierAsString();
        // In a chain only the chain's commit will tell.
        if (!AggregateCache.isReordered(stream, unit)) {
            long sequence = aggregate.version();
            Object state = aggregate.invoke(stateOf);
            var written = AggregateSnapshots.write(state);
            var chain = AppendChain.current();
            AppendChain.afterCommit(() -> {
                if (chain == null || !chain.reordered().contains(Subject.of(stream))) {
                    storeBeside(stream, () -> store(stream, sequence, state.getClass(), written));
                }
            });
        }
    }

    private void storeBeside(String stream, Runnable storing) {
        try {
            beside.execute(storing);
        } catch (RejectedExecutionException busy) {
            LOG.debug("The state of {} is kept another time", stream);
        }
    }

    private void store(String stream, long sequence, Class<?> type, byte[] state) {
        try {
            snapshots.store(stream, sequence, type, state);
        } catch (RuntimeException failure) {
            LOG.warn("The state of {} could not be kept: {}", stream, failure.getMessage());
        }
    }
}
