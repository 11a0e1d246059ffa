// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.jspecify.annotations.Nullable;

/** A caching repository that tells which state of the aggregate a decision rests on. */
final class AggregateRepository<A> extends CachingEventSourcingRepository<A> {

    AggregateRepository(EventSourcingRepository.Builder<A> builder) {
        super(builder);
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        var aggregate = super.doLoadWithLock(id, expectedVersion);
        Attempt.loaded(aggregate.version());
        return aggregate;
    }
}
