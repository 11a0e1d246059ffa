// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.EndAppointment;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A person's appointment as a manager: one at a time. It describes a role and never a rank. */
@Revision("2")
@JsonAutoDetect(fieldVisibility = ANY)
public class Manager {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

    /** Since when the open appointment holds, null when there is none, and the day of the last fact. */
    public record State(@Nullable LocalDate appointedOn, @Nullable LocalDate lastOn) {

        static final State NONE = new State(null, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppointManager command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndAppointment command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @EventSourcingHandler
    void on(ManagerEvent event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata));
    }

    static ManagerAppointed decide(State state, AppointManager command, Circumstances who) {
        who.known(command.personId().subject());
        who.notBeforeLast(state.lastOn);
        who.rule(state.appointedOn == null, "manager.already-appointed", command.personId());
        who.rule(!command.tenureStart().isAfter(who.occurredOn()), "manager.tenure-after-appointment",
                command.tenureStart(), who.occurredOn());
        return new ManagerAppointed(command.personId(), command.kind(), command.tenureStart(),
                command.timeSharePercent());
    }

    /** That nothing is left to answer for is seen to in the commit, where no area is handed over at the same time. */
    static ManagerAppointmentEnded decide(State state, EndAppointment command, Circumstances who) {
        who.known(command.personId().subject());
        who.notBeforeLast(state.lastOn);
        who.rule(state.appointedOn != null, "manager.not-appointed", command.personId());
        return new ManagerAppointmentEnded(command.personId(), command.reason());
    }

    static State evolve(State state, ManagerEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case ManagerAppointed appointed -> new State(day, day);
            case ManagerAppointmentEnded ended -> new State(null, day);
        };
    }
}
