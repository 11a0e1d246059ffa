// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.PersonId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An area of responsibility: on any day at most one manager is accountable for it. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY)
public class ResponsibilityArea {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

    /** Since when the area is open, its last fact's day, and who is accountable. */
    public record State(@Nullable LocalDate openedOn, @Nullable LocalDate lastOn,
            @Nullable PersonId accountable) {

        static final State NONE = new State(null, null, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenArea command, Circumstances who) {
        apply(decide(state, command), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssignAccountableManager command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @EventSourcingHandler
    void on(AreaEvent event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata));
    }

    static ResponsibilityAreaOpened decide(State state, OpenArea command) {
        if (state.openedOn != null) {
            throw Circumstances.exists(command.stream());
        }
        return new ResponsibilityAreaOpened(command.areaId(), command.type(), command.name());
    }

    static AccountabilityAssigned decide(State state, AssignAccountableManager command, Circumstances who) {
        if (state.openedOn == null) {
            throw Circumstances.unknown(command.stream());
        }
        who.known(command.managerId().subject());
        who.notBeforeLast(state.lastOn);
        who.fromNotBefore(command.from());
        who.rule(state.accountable == null, "area.already-accountable", command.areaId());
        who.rule(who.register().manager(command.managerId(), command.from()).isPresent(),
                "area.not-a-manager", command.managerId(), command.from());
        return new AccountabilityAssigned(command.areaId(), command.managerId(), command.from());
    }

    static State evolve(State state, AreaEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case ResponsibilityAreaOpened opened -> new State(day, day, state.accountable);
            case AccountabilityAssigned assigned -> new State(state.openedOn, day, assigned.managerId());
        };
    }
}
