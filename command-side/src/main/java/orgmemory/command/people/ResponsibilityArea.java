// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.util.Objects;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
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
@Revision("2")
@JsonAutoDetect(fieldVisibility = ANY)
public class ResponsibilityArea {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

    /** Since when the area is open, its last fact's day, who is accountable in the end, and from when on. */
    public record State(@Nullable LocalDate openedOn, @Nullable LocalDate lastOn,
            @Nullable PersonId accountable, @Nullable LocalDate from) {

        static final State NONE = new State(null, null, null, null);

        private State heldBy(PersonId manager, LocalDate since, LocalDate day) {
            return from != null && since.isBefore(from)
                    ? new State(openedOn, day, accountable, from)
                    : new State(openedOn, day, manager, since);
        }
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HandOverAccountability command, Circumstances who) {
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

    /** Who had it holds it until the day before, so there is no gap, and one is accountable on any day. */
    static AccountabilityHandedOver decide(State state, HandOverAccountability command, Circumstances who) {
        if (state.openedOn == null) {
            throw Circumstances.unknown(command.stream());
        }
        var from = Objects.requireNonNullElse(command.from(), who.occurredOn());
        who.known(command.managerId().subject());
        who.notBeforeLast(state.lastOn);
        who.fromNotBefore(from);
        var previous = who.register()
                .accountable(command.areaId(), from)
                .orElseThrow(() -> new Rejected("area.nobody-accountable", command.areaId(), from));
        who.rule(!previous.equals(command.managerId()), "area.same-manager", command.managerId());
        var last = state.from;
        if (last != null) {
            who.rule(!from.isBefore(last), "area.handed-over-later", last, from);
        }
        who.rule(who.register().manager(command.managerId(), from).isPresent(), "area.not-a-manager",
                command.managerId(), from);
        return new AccountabilityHandedOver(command.areaId(), previous, command.managerId(), from);
    }

    static State evolve(State state, AreaEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case ResponsibilityAreaOpened opened -> new State(day, day, state.accountable, state.from);
            case AccountabilityAssigned assigned -> state.heldBy(assigned.managerId(), assigned.from(), day);
            case AccountabilityHandedOver over -> state.heldBy(over.managerId(), over.from(), day);
        };
    }
}
