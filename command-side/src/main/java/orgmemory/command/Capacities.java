// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.message.Capacity.MEM;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import orgmemory.command.register.Register;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.IssuedBy;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.group.GroupId;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Says in which capacity somebody issues a command, or that they may not. Asked once, before anything is decided. */
public final class Capacities {

    /** The service itself, as an actor. No session and no token ever carries it. */
    public static final Subject SERVICE = new Subject("service", "memory");

    private final Register register;
    private final OnBehalf onBehalf;

    public Capacities(Register register) {
        this.register = register;
        this.onBehalf = new OnBehalf(register, this);
    }

    /**
     * A command that somebody issues.
     *
     * @param actor      a person's subject, or {@link #SERVICE}
     * @param requested  the capacity asked for; the first one held that may issue the command, where null
     * @param occurredOn when it happened; not later than today
     * @param onBehalfOf who spoke, where the actor records it for them
     */
    public record Issue(Subject actor, @Nullable Capacity requested, Class<? extends Command> command,
            LocalDate occurredOn, Attestation attestation, @Nullable Subject onBehalfOf) {

        List<Capacity> mayIssue() {
            var issuedBy = command.getAnnotation(IssuedBy.class);
            return issuedBy == null ? List.of() : List.of(issuedBy.value());
        }

        boolean imported() {
            return attestation == Attestation.IMPORTED;
        }

        boolean asksForOtherThan(Capacity capacity) {
            return requested != null && requested != capacity;
        }
    }

    /**
     * The capacity the command is issued in: held today and, unless it is imported, on the day it happened.
     *
     * @param today the day of the recording
     * @throws Rejected where the day is to come, or the capacity is not held on both days
     */
    public Capacity of(Issue issue, LocalDate today) {
        if (issue.occurredOn.isAfter(today)) {
            throw new Rejected("occurred-on.future", issue.occurredOn, today);
        }
        if (issue.onBehalfOf != null) {
            return onBehalf.of(issue, issue.onBehalfOf, today);
        }
        if (issue.imported() || CorrectionCommand.class.isAssignableFrom(issue.command)) {
            return keeper(issue, today);
        }
        return issue.requested == null
                ? firstHeld(issue, today)
                : asRequested(issue, issue.requested, today);
    }

    /** Whoever rewrites the past answers for it today, whatever they were on the day it is about. */
    Capacity keeper(Issue issue, LocalDate today) {
        if (issue.asksForOtherThan(MEM) || !holds(issue.actor, MEM, today)) {
            throw Rejected.notAllowed("capacity.keeper-needed");
        }
        return MEM;
    }

    /** All capacities that the person holds on that day. */
    public Set<Capacity> held(PersonId person, LocalDate day) {
        var held = EnumSet.noneOf(Capacity.class);
        held.addAll(register.roles(person, day));
        if (!partnersAct(day)) {
            held.remove(Capacity.PAR);
        }
        if (register.manager(person, day).isPresent()) {
            held.add(Capacity.MGR);
            if (register.accountableForAny(person, day)) {
                held.add(Capacity.OWN);
            }
        }
        return held;
    }

    /** All groups that the person is a member of on that day. */
    public Set<Subject> memberships(PersonId person, LocalDate day) {
        return register.memberships(person, day);
    }

    /**
     * Refuses who would not see themselves what they want to be seen by these only, and whom nobody knows.
     *
     * @param today the day of the recording
     */
    public void maySee(Visibility visibility, Subject actor, LocalDate today) {
        var person = new PersonId(actor.id());
        boolean may = switch (visibility.scope()) {
            case PUBLIC, INSTITUTE -> true;
            case FORUM -> held(person, today).stream().anyMatch(capacity -> capacity != Capacity.PAR);
            // Keepers answer for what is inside groups as well, and see it.
            case GROUP -> holds(actor, MEM, today) || memberships(person, today).stream()
                    .anyMatch(group -> group.id().equals(visibility.to().getFirst()));
            case PARTIES -> visibility.to().contains(actor.id());
        };
        if (!may) {
            throw Rejected.notAllowed("visibility.not-yours", visibility);
        }
        visibility.to()
                .stream()
                .map(id -> visibility.scope() == Visibility.Scope.GROUP
                        ? new GroupId(id).subject()
                        : new PersonId(id).subject())
                .filter(id -> !register.exists(id))
                .findFirst()
                .ifPresent(unknown -> {
                    throw DecisionContext.unknown(unknown);
                });
    }

    private static Rejected stageToCome(LocalDate day) {
        return Rejected.notAllowed("capacity.stage-to-come", Capacity.PAR, day);
    }

    private boolean waitsForStage(Issue issue, LocalDate day) {
        return issue.mayIssue().contains(Capacity.PAR) && issue.actor.type().equals("person")
                && register.roles(new PersonId(issue.actor.id()), day).contains(Capacity.PAR)
                && !partnersAct(day);
    }

    private Capacity asRequested(Issue issue, Capacity requested, LocalDate today) {
        if (!issue.mayIssue().contains(requested)) {
            throw Rejected.notAllowed("capacity.may-not-issue", requested, issue.command.getSimpleName());
        }
        for (var day : List.of(today, issue.occurredOn)) {
            if (!holds(issue.actor, requested, day)) {
                throw requested == Capacity.PAR && waitsForStage(issue, day)
                        ? stageToCome(day)
                        : Rejected.notAllowed("capacity.not-held", requested, day);
            }
        }
        return requested;
    }

    private Capacity firstHeld(Issue issue, LocalDate today) {
        return issue.mayIssue()
                .stream()
                .filter(capacity -> holds(issue.actor, capacity, today) && (issue.occurredOn.equals(today)
                        || holds(issue.actor, capacity, issue.occurredOn)))
                .findFirst()
                .orElseThrow(() -> noneHeld(issue, today));
    }

    /** Names the day on which none is held. */
    private Rejected noneHeld(Issue issue, LocalDate today) {
        for (var day : List.of(today, issue.occurredOn)) {
            if (waitsForStage(issue, day)) {
                return stageToCome(day);
            }
        }
        var someToday = issue.mayIssue().stream().anyMatch(capacity -> holds(issue.actor, capacity, today));
        return Rejected.notAllowed("capacity.none-held", issue.command.getSimpleName(),
                someToday ? issue.occurredOn : today);
    }

    /** Whether somebody holds the capacity on that day. */
    boolean holds(Subject holder, Capacity capacity, LocalDate day) {
        if (!holder.type().equals("person")) {
            return capacity == Capacity.SYS && holder.equals(SERVICE);
        }
        var person = new PersonId(holder.id());
        return switch (capacity) {
            case SYS -> false;
            // Whether it is their own account, the decision itself verifies.
            case SELF -> true;
            case MGR -> register.manager(person, day).isPresent();
            // Whether it is the very area or line concerned, the decision itself verifies.
            case OWN -> register.accountableForAny(person, day) && register.manager(person, day).isPresent();
            case PAR -> register.roles(person, day).contains(capacity) && partnersAct(day);
            default -> register.roles(person, day).contains(capacity);
        };
    }

    /** Partners take part once groups manage themselves. */
    private boolean partnersAct(LocalDate day) {
        return register.stage(day) == DevelopmentStage.SELF_MANAGED_GROUPS;
    }
}
