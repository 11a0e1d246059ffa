// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.people.BodyMessages.BodyEvent;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.BodyMessages.RegisterBody;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A committee, a ministry or another body is made known once. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY)
public class Body {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

    /** Nothing but whether, and since which day, it is known. */
    public record State(@Nullable LocalDate registeredOn) {

        static final State NONE = new State(null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterBody command, Circumstances who) {
        apply(decide(state, command), who.metadata());
    }

    @EventSourcingHandler
    void on(BodyEvent event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata));
    }

    static BodyRegistered decide(State state, RegisterBody command) {
        if (state.registeredOn != null) {
            throw Circumstances.exists(command.stream());
        }
        return new BodyRegistered(command.bodyId(), command.name());
    }

    static State evolve(State state, BodyEvent event, Envelope envelope) {
        return switch (event) {
            case BodyRegistered registered -> new State(envelope.occurredOn());
        };
    }
}
