// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.command.people.Accountability.managesThroughout;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.command.register.RegisterRows;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.AreaMessages.AreaCommand;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.AreaRenamed;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.CloseArea;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.AreaMessages.RenameArea;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** An area of responsibility: on any day at most one manager is accountable for it, and nobody once it is closed. */
public final class ResponsibilityArea implements Decider<ResponsibilityArea.State, AreaCommand, AreaEvent> {

    /** Since when the area is open, or closed, its last fact's day, its names, who is accountable in the end, since when. */
    public record State(@Nullable LocalDate openedOn, @Nullable LocalDate closedOn,
            @Nullable LocalDate lastOn, @Nullable String name, @Nullable String otherName,
            @Nullable PersonId accountable, @Nullable LocalDate from) {

        static final State NONE = new State(null, null, null, null, null, null, null);

        private State called(AreaRenamed event, LocalDate day) {
            return new State(openedOn, closedOn, day, event.name(), event.otherName(), accountable, from);
        }

        private State heldBy(PersonId manager, LocalDate since, LocalDate day) {
            return from != null && since.isBefore(from)
                    ? new State(openedOn, closedOn, day, name, otherName, accountable, from)
                    : new State(openedOn, closedOn, day, name, otherName, manager, since);
        }
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 6;
    }

    @Override
    public List<AreaEvent> decide(State state, AreaCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case OpenArea open -> open(state, open);
            case RenameArea rename -> rename(state, rename, context);
            case AssignAccountableManager assign -> assign(state, assign, context);
            case HandOverAccountability over -> handOver(state, over, context);
            case CloseArea close -> close(state, close, context);
        });
    }

    static ResponsibilityAreaOpened open(State state, OpenArea command) {
        if (state.openedOn != null) {
            throw DecisionContext.exists(command.stream());
        }
        return new ResponsibilityAreaOpened(command.areaId(), command.type(), command.name(),
                command.otherName());
    }

    static AreaRenamed rename(State state, RenameArea command, DecisionContext context) {
        mustBeOpen(state, command, context);
        context.notBeforeLast(state.lastOn);
        boolean same = command.name().equals(state.name)
                && Objects.equals(command.otherName(), state.otherName);
        context.rule(!same, "area.same-name", command.name());
        return new AreaRenamed(command.areaId(), command.name(), command.otherName());
    }

    static AccountabilityAssigned assign(State state, AssignAccountableManager command,
            DecisionContext context) {
        mustBeOpen(state, command, context);
        context.known(command.managerId().subject());
        context.notBeforeLast(state.lastOn);
        context.fromNotBefore(command.from());
        context.rule(state.accountable == null, "area.already-accountable", command.areaId());
        context.rule(context.register().manager(command.managerId(), command.from()).isPresent(),
                "area.not-a-manager", command.managerId(), command.from());
        return new AccountabilityAssigned(command.areaId(), command.managerId(), command.from());
    }

    /** Who had it holds it until the day before, so there is no gap, and one is accountable on any day. */
    static AccountabilityHandedOver handOver(State state, HandOverAccountability command,
            DecisionContext context) {
        mustBeOpen(state, command, context);
        var from = Objects.requireNonNullElse(command.from(), context.occurredOn());
        context.known(command.managerId().subject());
        context.notBeforeLast(state.lastOn);
        context.fromNotBefore(from);
        var previous = context.register()
                .accountable(command.areaId(), from)
                .orElseThrow(() -> new Rejected("area.nobody-accountable", command.areaId(), from));
        context.rule(!previous.equals(command.managerId()), "area.same-manager", command.managerId());
        var last = state.from;
        if (last != null) {
            context.rule(!from.isBefore(last), "area.handed-over-later", last, from);
        }
        context.rule(context.register().manager(command.managerId(), from).isPresent(), "area.not-a-manager",
                command.managerId(), from);
        return new AccountabilityHandedOver(command.areaId(), previous, command.managerId(), from);
    }

    /** That no budget year counts on it is seen to in the commit, where none drafts a line of it at the same time. */
    static AreaClosed close(State state, CloseArea command, DecisionContext context) {
        mustBeOpen(state, command, context);
        context.notBeforeLast(state.lastOn);
        var day = context.occurredOn();
        context.rule(state.from == null || !day.isBefore(state.from), "area.held-later", command.areaId(),
                state.from == null ? day : state.from);
        return new AreaClosed(command.areaId(),
                context.register().accountable(command.areaId(), day).orElse(null), command.reason());
    }

    private static void mustBeOpen(State state, AreaCommand command, DecisionContext context) {
        if (state.openedOn == null) {
            throw DecisionContext.unknown(command.stream());
        }
        if (state.closedOn != null) {
            context.rule(false, "area.closed", command.areaId(), state.closedOn);
        }
    }

    @Override
    public List<RegisterEntry> registers(AreaEvent event, LocalDate day) {
        return switch (event) {
            case ResponsibilityAreaOpened area -> List.of(RegisterEntry.exists(area.areaId(), day));
            case AreaRenamed renamed -> List.of();
            case AccountabilityAssigned assigned -> List.of(RegisterEntry.accountable(assigned.areaId(),
                    assigned.managerId(), day, assigned.from()));
            case AccountabilityHandedOver over ->
                List.of(RegisterEntry.accountable(over.areaId(), over.managerId(), day, over.from()));
            case AreaClosed closed -> List.of(RegisterEntry.closed(closed.areaId(), day),
                    RegisterEntry.accountableNoMore(closed.areaId(), day));
        };
    }

    @Override
    public List<RegisterRule> rules(AreaEvent event, LocalDate day) {
        return switch (event) {
            case ResponsibilityAreaOpened area -> List.of();
            case AreaRenamed renamed -> List.of();
            case AccountabilityAssigned assigned -> List
                    .of(managesThroughout(assigned.areaId(), assigned.managerId(), assigned.from()));
            case AccountabilityHandedOver over -> List
                    .of(managesThroughout(over.areaId(), over.managerId(), over.from()));
            case AreaClosed closed -> List.of(rows -> isUsedNoMore(rows, closed.areaId(), day));
        };
    }

    private static void isUsedNoMore(RegisterRows rows, AreaId area, LocalDate since) {
        rows.of(Kind.USED, area.subject().toString(), since).stream().findFirst().ifPresent(row -> {
            throw new Rejected("area.not-released", area, Subject.of(String.valueOf(row.holder())), since);
        });
    }

    @Override
    public State evolve(State state, AreaEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case ResponsibilityAreaOpened opened ->
                new State(day, state.closedOn, day, opened.name(), opened.otherName(), state.accountable,
                        state.from);
            case AreaRenamed renamed -> state.called(renamed, day);
            case AccountabilityAssigned assigned -> state.heldBy(assigned.managerId(), assigned.from(), day);
            case AccountabilityHandedOver over -> state.heldBy(over.managerId(), over.from(), day);
            case AreaClosed closed -> new State(state.openedOn, day, day, state.name, state.otherName, null,
                    null);
        };
    }
}
