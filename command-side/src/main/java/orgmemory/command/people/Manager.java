// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.command.register.RegisterRows;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.EndAppointment;
import orgmemory.message.people.ManagerMessages.EndLeave;
import orgmemory.message.people.ManagerMessages.LeaveEnded;
import orgmemory.message.people.ManagerMessages.LeaveStarted;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.ManagerMessages.ManagerCommand;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import orgmemory.message.people.ManagerMessages.StartLeave;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A person's appointment as a manager: one at a time. It describes a role and never a rank. */
public final class Manager implements Decider<Manager.State, ManagerCommand, ManagerEvent> {

    /** Since when the open appointment holds, null when there is none, all leaves, and the day of the last fact. */
    public record State(@Nullable LocalDate appointedOn, List<Leave> leaves, @Nullable LocalDate lastOn) {

        static final State NONE = new State(null, List.of(), null);
    }

    /** From the first day to the last; without end where that is null. */
    public record Leave(LocalDate from, @Nullable LocalDate until) {

        boolean endsBefore(LocalDate day) {
            return until != null && until.isBefore(day);
        }

        /** What of it lies before the day. */
        private Stream<Leave> before(LocalDate day) {
            if (endsBefore(day)) {
                return Stream.of(this);
            }
            return from.isBefore(day) ? Stream.of(new Leave(from, day.minusDays(1))) : Stream.empty();
        }
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public List<ManagerEvent> decide(State state, ManagerCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case AppointManager appoint -> appoint(state, appoint, context);
            case EndAppointment end -> end(state, end, context);
            case StartLeave start -> startLeave(state, start, context);
            case EndLeave end -> endLeave(state, end, context);
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

    static LeaveStarted startLeave(State state, StartLeave command, DecisionContext context) {
        mayTellOfLeave(state, command, context);
        var from = Objects.requireNonNullElse(command.from(), context.occurredOn());
        var leave = new Leave(from, command.until());
        endsAfterItBegins(leave);
        context.fromNotBefore(from);
        state.leaves.stream()
                .filter(open -> !open.endsBefore(context.occurredOn()))
                .findFirst()
                .ifPresent(
                        open -> context.rule(false, "leave.open", command.personId(), open.from));
        return new LeaveStarted(command.personId(), from, command.until());
    }

    static LeaveEnded endLeave(State state, EndLeave command, DecisionContext context) {
        mayTellOfLeave(state, command, context);
        var from = Objects.requireNonNullElse(command.from(), context.occurredOn());
        context.fromNotBefore(from);
        context.rule(state.leaves.stream().anyMatch(leave -> !leave.endsBefore(from)), "leave.none-to-end",
                command.personId(), from);
        return new LeaveEnded(command.personId(), from);
    }

    /** Managers tell of their own leave, managers' managers and memory keepers of anybody's. */
    private static void mayTellOfLeave(State state, ManagerCommand command, DecisionContext context) {
        context.known(command.personId().subject());
        context.right(context.capacity() != Capacity.MGR
                || command.personId().subject().equals(context.speaker()), "leave.not-own");
        context.notBeforeLast(state.lastOn);
        context.rule(state.appointedOn != null, "manager.not-appointed", command.personId());
    }

    private static void endsAfterItBegins(Leave leave) {
        if (leave.endsBefore(leave.from)) {
            throw new Rejected("leave.until-before-from", leave.from);
        }
    }

    @Override
    public void mayReplace(@Nullable ManagerEvent before, ManagerEvent right, List<Event> standing,
            DecisionContext context) {
        if (right instanceof LeaveStarted leave) {
            endsAfterItBegins(new Leave(leave.from(), leave.until()));
        }
    }

    @Override
    public List<RegisterEntry> registers(ManagerEvent event, LocalDate day) {
        return switch (event) {
            case ManagerAppointed manager ->
                List.of(RegisterEntry.manages(manager.personId(), manager.kind(), day));
            case ManagerAppointmentEnded ended -> List.of(RegisterEntry.managesNoMore(ended.personId(), day),
                    RegisterEntry.onLeaveNoMore(ended.personId(), day, day));
            case LeaveStarted leave ->
                List.of(RegisterEntry.onLeave(leave.personId(), day, leave.from(), leave.until()));
            case LeaveEnded ended ->
                List.of(RegisterEntry.onLeaveNoMore(ended.personId(), day, ended.from()));
        };
    }

    @Override
    public List<RegisterRule> rules(ManagerEvent event, LocalDate day) {
        return switch (event) {
            case ManagerAppointed _,LeaveStarted _,LeaveEnded _ -> List.of();
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
            case ManagerAppointed appointed -> new State(day, state.leaves, day);
            case ManagerAppointmentEnded ended -> new State(null, before(day, state), day);
            case LeaveStarted leave -> new State(state.appointedOn, Stream.concat(state.leaves.stream(),
                    Stream.of(new Leave(leave.from(), leave.until()))).toList(), day);
            case LeaveEnded ended -> new State(state.appointedOn, before(ended.from(), state), day);
        };
    }

    private static List<Leave> before(LocalDate day, State state) {
        return state.leaves.stream().flatMap(leave -> leave.before(day)).toList();
    }
}
