// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** A caching repository that tells which state of the aggregate a decision rests on, and has its state kept now and then. */
public final class AggregateRepository<A> extends CachingEventSourcingRepository<A> {

    private static final String LOADED = "orgmemory.loaded-sequence/";

    private final Snapshotting snapshotting;

    public AggregateRepository(EventSourcingRepository.Builder<A> builder, Snapshotting snapshotting) {
        super(builder);
        this.snapshotting = snapshotting;
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        var aggregate = super.doLoadWithLock(id, expectedVersion);
        var sequence = aggregate.version();
        Attempt.loaded(sequence);
        if (sequence != null) {
            CurrentUnitOfWork.get().resources().put(LOADED + id, sequence);
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
            snapshotting.saved(aggregate, before, sequence);
        }
    }
}
