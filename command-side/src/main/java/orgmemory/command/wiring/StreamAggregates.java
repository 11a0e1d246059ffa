// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import orgmemory.command.Deciders;
import orgmemory.message.Event;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;

/** Makes the aggregate of a stream before its events are sourced: from its first event, or from a snapshot of its state. */
final class StreamAggregates implements AggregateFactory<StreamAggregate> {

    private final Deciders deciders;

    StreamAggregates(Deciders deciders) {
        this.deciders = deciders;
    }

    @Override
    public StreamAggregate createAggregateRoot(String stream, DomainEventMessage<?> first) {
        var payload = first.getPayload();
        return payload instanceof Event event
                ? StreamAggregate.unborn(stream, deciders.of(event).orElseThrow())
                : StreamAggregate.as(stream, deciders.ofState(payload), payload);
    }

    @Override
    public Class<StreamAggregate> getAggregateType() {
        return StreamAggregate.class;
    }
}
