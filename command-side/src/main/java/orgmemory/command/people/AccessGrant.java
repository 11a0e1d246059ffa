// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.RegisterEntry;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.people.GrantMessages.GrantCommand;
import orgmemory.message.people.GrantMessages.GrantEvent;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.GrantMessages.RevokeRole;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import org.jspecify.annotations.Nullable;
import orgmemory.message.people.PersonId;

/** The roles one person has been granted: by somebody else, and each once on any day, until they are revoked. */
public final class AccessGrant implements Decider<AccessGrant.State, GrantCommand, GrantEvent> {

    /** All grants, and the day of the last one. */
    public record State(List<Grant> grants, @Nullable LocalDate lastOn) {

        static final State NONE = new State(List.of(), null);
    }

    /** A role from one day until another, or without end. */
    public record Grant(Capacity role, LocalDate from, @Nullable LocalDate until) {

        boolean overlaps(Grant other) {
            return role == other.role && !endsBefore(other.from) && !other.endsBefore(from);
        }

        private boolean endsBefore(LocalDate day) {
            return until != null && until.isBefore(day);
        }

        /** What of it lies before the day. */
        private Stream<Grant> before(LocalDate day) {
            if (endsBefore(day)) {
                return Stream.of(this);
            }
            return from.isBefore(day) ? Stream.of(new Grant(role, from, day.minusDays(1))) : Stream.empty();
        }
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public List<GrantEvent> decide(State state, GrantCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case GrantRole grant -> grant(state, grant, context);
            case RevokeRole revoke -> revoke(state, revoke, context);
        });
    }

    static RoleGranted grant(State state, GrantRole command, DecisionContext context) {
        var from = Objects.requireNonNullElse(command.from(), context.occurredOn());
        var grant = new Grant(command.role(), from, command.until());
        mayBeGranted(grant, command.personId(), context);
        context.known(command.personId().subject());
        context.notBeforeLast(state.lastOn);
        context.fromNotBefore(from);
        context.rule(state.grants.stream().noneMatch(grant::overlaps), "grant.overlaps", command.personId(),
                grant.role);
        return new RoleGranted(command.personId(), grant.role, from, grant.until);
    }

    /** That two keepers are left is seen to in the commit, where nobody else revokes at the same time. */
    static RoleRevoked revoke(State state, RevokeRole command, DecisionContext context) {
        var from = Objects.requireNonNullElse(command.from(), context.occurredOn());
        context.known(command.personId().subject());
        context.notBeforeLast(state.lastOn);
        context.fromNotBefore(from);
        context.rule(
                state.grants.stream()
                        .anyMatch(grant -> grant.role == command.role() && !grant.endsBefore(from)),
                "grant.none-to-revoke", command.personId(), command.role());
        return new RoleRevoked(command.personId(), command.role(), from, command.reason());
    }

    /** Neither an import nor a correction gives its keeper a right that nobody else agreed to. */
    private static void mayBeGranted(Grant grant, PersonId person, DecisionContext context) {
        if (!grant.role.grantable()) {
            throw new Rejected("grant.not-grantable", grant.role);
        }
        if (grant.endsBefore(grant.from)) {
            throw new Rejected("grant.until-before-from", grant.from);
        }
        if (person.subject().equals(context.actor())) {
            throw new Rejected("grant.to-oneself");
        }
    }

    @Override
    public void mayReplace(@Nullable GrantEvent before, GrantEvent right, List<Event> standing,
            DecisionContext context) {
        if (right instanceof RoleGranted granted) {
            mayBeGranted(new Grant(granted.role(), granted.from(), granted.until()), granted.personId(),
                    context);
        }
    }

    /** Who lost a role does not make that undone themselves. */
    @Override
    public void mayCorrect(GrantEvent original, DecisionContext context) {
        if (original instanceof RoleRevoked revoked && revoked.personId().subject().equals(context.actor())) {
            throw new Rejected("grant.back-to-oneself");
        }
    }

    @Override
    public List<RegisterEntry> registers(GrantEvent event, LocalDate day) {
        return List.of(switch (event) {
            case RoleGranted grant ->
                RegisterEntry.holds(grant.personId(), grant.role(), day, grant.from(), grant.until());
            case RoleRevoked revoked ->
                RegisterEntry.holdsNoMore(revoked.personId(), revoked.role(), day, revoked.from());
        });
    }

    @Override
    public State evolve(State state, GrantEvent event, Envelope envelope) {
        return switch (event) {
            case RoleGranted granted -> new State(Stream.concat(state.grants.stream(),
                    Stream.of(new Grant(granted.role(), granted.from(), granted.until()))).toList(),
                    envelope.occurredOn());
            case RoleRevoked revoked -> new State(state.grants.stream()
                    .flatMap(grant -> grant.role == revoked.role()
                            ? grant.before(revoked.from())
                            : Stream.of(grant))
                    .toList(), envelope.occurredOn());
        };
    }
}
