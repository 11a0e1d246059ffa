// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import orgmemory.command.Deciders.Kind;
import orgmemory.command.DecisionContext;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * Axon's aggregate over the decider of a stream: commands come in, events are applied, and events are sourced. It is the
 * same for every kind of stream.
 */
public final class StreamAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private final String stream;
    private final Kind<?, ?, ?> kind;
    private Object state;

    private StreamAggregate(String stream, Kind<?, ?, ?> kind, Object state) {
        this.stream = stream;
        this.kind = kind;
        this.state = state;
    }

    /** A stream to which nothing has happened yet. */
    static StreamAggregate unborn(String stream, Kind<?, ?, ?> kind) {
        return new StreamAggregate(stream, kind, kind.decider().initial());
    }

    /** A stream in a state that a snapshot has kept. */
    static StreamAggregate as(String stream, Kind<?, ?, ?> kind, Object state) {
        return new StreamAggregate(stream, kind, state);
    }

    /** What the rules know of the stream, which is what snapshots keep. */
    public Object state() {
        return state;
    }

    void decide(Command command, DecisionContext context) {
        var metadata = MetaData.from(context.envelope().toMetadata());
        kind.decide(state, command, context).forEach(event -> apply(event, metadata));
    }

    @EventSourcingHandler
    void on(Event event, MetaData metadata) {
        state = kind.evolve(state, event, Envelope.of(metadata));
    }
}
