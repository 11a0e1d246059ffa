// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.people.InstituteMessages.InstituteEvent;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The one institute that is remembered: registered once. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY)
public class Institute {

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
    void handle(RegisterInstitute command, Circumstances who) {
        apply(decide(state, command), who.metadata());
    }

    @EventSourcingHandler
    void on(InstituteEvent event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata));
    }

    static InstituteRegistered decide(State state, RegisterInstitute command) {
        if (state.registeredOn != null) {
            throw Circumstances.exists(command.stream());
        }
        return new InstituteRegistered(command.instituteId(), command.name());
    }

    static State evolve(State state, InstituteEvent event, Envelope envelope) {
        return switch (event) {
            case InstituteRegistered registered -> new State(envelope.occurredOn());
        };
    }
}
