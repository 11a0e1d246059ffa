// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.command.register.RegisterRows;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.EndAppointment;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.ManagerMessages.ManagerCommand;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A person's appointment as a manager: one at a time. It describes a role and never a rank. */
public final class Manager implements Decider<Manager.State, ManagerCommand, ManagerEvent> {

    /** Since when the open appointment holds, null when there is none, and the day of the last fact. */
    public record State(@Nullable LocalDate appointedOn, @Nullable LocalDate lastOn) {

        static final State NONE = new State(null, null);
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public List<ManagerEvent> decide(State state, ManagerCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case AppointManager appoint -> appoint(state, appoint, context);
            case EndAppointment end -> end(state, end, context);
        });
    }

    static ManagerAppointed appoint(State state, AppointManager command, DecisionContext context) {
        context.known(command.personId().subject());
        context.notBeforeLast(state.lastOn);
        context.rule(state.appointedOn == null, "manager.already-appointed", command.personId());
        context.rule(!command.tenureStart().isAfter(context.occurredOn()), "manager.tenure-after-appointment",
                command.tenureStart(), context.occurredOn());
        return new ManagerAppointed(command.personId(), command.kind(), command.tenureStart(),
                command.timeSharePercent());
    }

    /** That nothing is left to answer for is seen to in the commit, where no area is handed over at the same time. */
    static ManagerAppointmentEnded end(State state, EndAppointment command, DecisionContext context) {
        context.known(command.personId().subject());
        context.notBeforeLast(state.lastOn);
        context.rule(state.appointedOn != null, "manager.not-appointed", command.personId());
        return new ManagerAppointmentEnded(command.personId(), command.reason());
    }

    @Override
    public List<RegisterEntry> registers(ManagerEvent event, LocalDate day) {
        return List.of(switch (event) {
            case ManagerAppointed manager -> RegisterEntry.manages(manager.personId(), manager.kind(), day);
            case ManagerAppointmentEnded ended -> RegisterEntry.managesNoMore(ended.personId(), day);
        });
    }

    @Override
    public List<RegisterRule> rules(ManagerEvent event, LocalDate day) {
        return switch (event) {
            case ManagerAppointed manager -> List.of();
            case ManagerAppointmentEnded ended ->
                List.of(rows -> answersForNothing(rows, ended.personId(), day));
        };
    }

    private static void answersForNothing(RegisterRows rows, PersonId person, LocalDate since) {
        rows.heldBy(Kind.ACCOUNTABLE, person.value(), since).stream().findFirst().ifPresent(held -> {
            throw new Rejected("manager.still-accountable", person, new AreaId(held.key()));
        });
    }

    @Override
    public State evolve(State state, ManagerEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case ManagerAppointed appointed -> new State(day, day);
            case ManagerAppointmentEnded ended -> new State(null, day);
        };
    }
}
