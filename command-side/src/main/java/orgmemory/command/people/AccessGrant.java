// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.command.Circumstances;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.people.GrantMessages.GrantEvent;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.GrantMessages.RevokeRole;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The roles one person has been granted: by somebody else, and each once on any day, until they are revoked. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY)
public class AccessGrant {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantRole command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RevokeRole command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @EventSourcingHandler
    void on(GrantEvent event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata));
    }

    static RoleGranted decide(State state, GrantRole command, Circumstances who) {
        var from = Objects.requireNonNullElse(command.from(), who.occurredOn());
        var grant = new Grant(command.role(), from, command.until());
        if (!grant.role.grantable()) {
            throw new Rejected("grant.not-grantable", grant.role);
        }
        if (grant.endsBefore(from)) {
            throw new Rejected("grant.until-before-from", from);
        }
        // Not even an import gives its keeper a right that nobody else agreed to.
        if (command.personId().subject().equals(who.actor())) {
            throw new Rejected("grant.to-oneself");
        }
        who.known(command.personId().subject());
        who.notBeforeLast(state.lastOn);
        who.fromNotBefore(from);
        who.rule(state.grants.stream().noneMatch(grant::overlaps), "grant.overlaps", command.personId(),
                grant.role);
        return new RoleGranted(command.personId(), grant.role, from, grant.until);
    }

    /** That two keepers are left is seen to in the commit, where nobody else revokes at the same time. */
    static RoleRevoked decide(State state, RevokeRole command, Circumstances who) {
        var from = Objects.requireNonNullElse(command.from(), who.occurredOn());
        who.known(command.personId().subject());
        who.notBeforeLast(state.lastOn);
        who.fromNotBefore(from);
        who.rule(
                state.grants.stream()
                        .anyMatch(grant -> grant.role == command.role() && !grant.endsBefore(from)),
                "grant.none-to-revoke", command.personId(), command.role());
        return new RoleRevoked(command.personId(), command.role(), from, command.reason());
    }

    static State evolve(State state, GrantEvent event, Envelope envelope) {
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
