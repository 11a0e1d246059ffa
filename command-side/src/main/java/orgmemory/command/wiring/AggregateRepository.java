// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.function.Function;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** A caching repository that tells which state of the aggregate a decision rests on, and has its state kept now and then. */
public final class AggregateRepository<A> extends CachingEventSourcingRepository<A> {

    private static final String LOADED = "orgmemory.loaded-sequence/";

    private final Snapshotting snapshotting;
    private final ChainedLoading chained;
    private final Function<A, Object> state;

    /** @param state what is kept of an aggregate */
    public AggregateRepository(EventSourcingRepository.Builder<A> builder, Snapshotting snapshotting,
            ChainedLoading chained, Function<A, Object> state) {
        super(builder.lockFactory(chained.locks()));
        this.snapshotting = snapshotting;
        this.chained = chained;
        this.state = state;
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        chained.before(id);
        boolean atHand = snapshotting.isAtHand(id);
        var aggregate = super.doLoadWithLock(id, expectedVersion);
        var sequence = aggregate.version();
        CommandExecution.loaded(sequence);
        if (sequence != null) {
            // A stream that had to be read is kept soon: it may be that no snapshot of it can be used.
            CurrentUnitOfWork.get().resources().put(LOADED + id, atHand ? sequence : -1L);
        }
        return aggregate;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        super.doSaveWithLock(aggregate);
        var sequence = aggregate.version();
        if (sequence != null) {
            long before = CurrentUnitOfWork.get()
                    .getOrDefaultResource(LOADED + aggregate.identifierAsString(), -1L);
            snapshotting.saved(aggregate, state, before, sequence);
        }
    }
}
