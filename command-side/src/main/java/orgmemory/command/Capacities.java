// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.message.Capacity.MEM;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import orgmemory.command.register.Register;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.IssuedBy;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Says in which capacity somebody issues a command, or that they may not. Asked once, before anything is decided. */
public final class Capacities {

    /** The service itself, as an actor. No session and no token ever carries it. */
    public static final Subject SERVICE = new Subject("service", "memory");

    private final Register register;

    public Capacities(Register register) {
        this.register = register;
    }

    /**
     * The capacity the command is issued in.
     *
     * @param actor      a person's subject, or {@link #SERVICE}
     * @param requested  the capacity asked for; the first one held that may issue the command, where null
     * @param occurredOn when it happened; not later than today
     * @param today      the day of the recording
     * @param imported   whether it is taken over from an earlier record: for memory keepers of today only
     * @throws Rejected where the day is to come, or the capacity is not held on it
     */
    public Capacity of(Subject actor, @Nullable Capacity requested, Class<? extends Command> command,
            LocalDate occurredOn, LocalDate today, boolean imported) {
        if (occurredOn.isAfter(today)) {
            throw new Rejected("occurred-on.future", occurredOn, today);
        }
        // Whoever rewrites the past answers for it today, whatever they were on the day it is about.
        if (imported || CorrectionCommand.class.isAssignableFrom(command)) {
            if ((requested != null && requested != MEM) || !holds(actor, MEM, today)) {
                throw Rejected.notAllowed("capacity.keeper-needed");
            }
            return MEM;
        }
        return requested == null
                ? firstHeld(actor, command, occurredOn)
                : asRequested(actor, requested, command, occurredOn);
    }

    /** All capacities that the person holds on that day. */
    public Set<Capacity> held(PersonId person, LocalDate day) {
        var held = EnumSet.noneOf(Capacity.class);
        held.addAll(register.roles(person, day));
        if (register.manager(person, day).isPresent()) {
            held.add(Capacity.MGR);
        }
        if (register.accountableForAny(person, day)) {
            held.add(Capacity.OWN);
        }
        return held;
    }

    /** Refuses a person or body on whose behalf something is recorded unless the memory knows them. */
    public void knowsOnBehalfOf(Subject onBehalfOf) {
        if (!List.of("person", "body").contains(onBehalfOf.type())) {
            throw new Rejected("on-behalf-of.type", onBehalfOf);
        }
        if (!register.exists(onBehalfOf)) {
            throw Circumstances.unknown(onBehalfOf);
        }
    }

    private Capacity asRequested(Subject actor, Capacity requested, Class<? extends Command> command,
            LocalDate day) {
        if (!mayIssue(command).contains(requested)) {
            throw Rejected.notAllowed("capacity.may-not-issue", requested, command.getSimpleName());
        }
        if (!holds(actor, requested, day)) {
            throw Rejected.notAllowed("capacity.not-held", requested, day);
        }
        return requested;
    }

    private Capacity firstHeld(Subject actor, Class<? extends Command> command, LocalDate day) {
        return mayIssue(command).stream()
                .filter(capacity -> holds(actor, capacity, day))
                .findFirst()
                .orElseThrow(() -> Rejected.notAllowed("capacity.none-held", command.getSimpleName(), day));
    }

    private boolean holds(Subject actor, Capacity capacity, LocalDate day) {
        if (!actor.type().equals("person")) {
            return capacity == Capacity.SYS && actor.equals(SERVICE);
        }
        var person = PersonId.of(actor.id());
        return switch (capacity) {
            case SYS -> false;
            // Whether it is their own account, the decision itself verifies.
            case SELF -> true;
            case MGR -> register.manager(person, day).isPresent();
            // Whether it is the area or line concerned, the decision itself verifies.
            case OWN -> register.accountableForAny(person, day);
            default -> register.roles(person, day).contains(capacity);
        };
    }

    private static List<Capacity> mayIssue(Class<? extends Command> command) {
        var issuedBy = command.getAnnotation(IssuedBy.class);
        return issuedBy == null ? List.of() : List.of(issuedBy.value());
    }
}
