// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.util.UUID;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.people.AccountMessages.AccessTakenAway;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AccountMessages.AccountOpened;
import orgmemory.message.people.AccountMessages.ChangePassword;
import orgmemory.message.people.AccountMessages.InvitePerson;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.message.people.AccountMessages.OfferPasswordReset;
import orgmemory.message.people.AccountMessages.OpenAccount;
import orgmemory.message.people.AccountMessages.PasswordChanged;
import orgmemory.message.people.AccountMessages.PasswordResetOffered;
import orgmemory.message.people.AccountMessages.PersonInvited;
import orgmemory.message.people.AccountMessages.RevokeToken;
import orgmemory.message.people.AccountMessages.TakeAccessAway;
import orgmemory.message.people.AccountMessages.TokenMade;
import orgmemory.message.people.AccountMessages.TokenRevoked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How one person comes in: keepers let others in and show others out, never themselves; passwords and tokens are everybody's
 * own. It happens today, since it takes effect with its fact.
 */
@Revision("2")
@JsonAutoDetect(fieldVisibility = ANY)
public class Account {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

    /**
     * What its facts say of an account; those that are older than their facts have none.
     *
     * @param lastOn the day of the last fact
     * @param out    whether access was taken away, and not given again
     * @param linkId of the link that holds; null where none was made, or it was used or withdrawn
     */
    public record State(@Nullable LocalDate lastOn, boolean out, @Nullable UUID linkId) {

        static final State NONE = new State(null, false, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(InvitePerson command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OfferPasswordReset command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenAccount command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangePassword command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MakeToken command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RevokeToken command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeAccessAway command, Circumstances who) {
        apply(decide(state, command, who), who.metadata());
    }

    @EventSourcingHandler
    void on(AccountEvent event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata));
    }

    static AccountEvent decide(State state, AccountCommand command, Circumstances who) {
        var person = command.personId();
        boolean own = person.subject().equals(who.actor());
        if (who.imported() || !who.occurredOn().equals(who.today())) {
            throw new Rejected("account.not-today");
        }
        who.known(person.subject());
        who.notBeforeLast(state.lastOn);
        mustHoldStill(state, command);
        return switch (command) {
            case InvitePerson invite -> others(own, who, new PersonInvited(person, invite.linkId()));
            case OfferPasswordReset offer ->
                others(own, who, new PasswordResetOffered(person, offer.linkId()));
            case OpenAccount open -> own(own, new AccountOpened(person, open.linkId()));
            case ChangePassword change -> own(own, new PasswordChanged(person, change.changeId(),
                    change.linkId(), change.tokensEnded()));
            case MakeToken make -> own(own, new TokenMade(person, make.tokenId(), make.label()));
            case RevokeToken revoke -> own(own, new TokenRevoked(person, revoke.tokenId()));
            case TakeAccessAway _ -> {
                // So that a memory is not left without anybody who can let others in.
                who.rule(!own, "account.own-access");
                yield new AccessTakenAway(person);
            }
        };
    }

    /**
     * Whoever chose a name and a password took their time, and access may have been taken away meanwhile: it does not come
     * back with what they chose, but by a link that was made since.
     */
    private static void mustHoldStill(State state, AccountCommand command) {
        var link = switch (command) {
            case OpenAccount open -> open.linkId();
            case ChangePassword change -> change.linkId();
            default -> null;
        };
        if (link != null && state.linkId != null && !link.equals(state.linkId)) {
            throw Rejected.notAllowed("account.other-link");
        }
        boolean letIn = command instanceof OpenAccount && state.linkId != null;
        if (state.out && !letIn && !changesNoAccount(command)) {
            throw Rejected.notAllowed("account.out");
        }
    }

    /** Makes links, or ends what there may be. */
    private static boolean changesNoAccount(AccountCommand command) {
        return switch (command) {
            case InvitePerson _,OfferPasswordReset _,RevokeToken _,TakeAccessAway _ -> true;
            case OpenAccount _,ChangePassword _,MakeToken _ -> false;
        };
    }

    /** Whoever borrows a keeper's session does not come to a new password without the old one. */
    private static AccountEvent others(boolean own, Circumstances who, AccountEvent event) {
        who.rule(!own, "account.own-link");
        return event;
    }

    private static AccountEvent own(boolean own, AccountEvent event) {
        if (!own) {
            throw Rejected.notAllowed("account.not-own");
        }
        return event;
    }

    static State evolve(State state, AccountEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case PersonInvited invited -> new State(day, state.out, invited.linkId());
            case PasswordResetOffered offered -> new State(day, state.out, offered.linkId());
            case AccountOpened _ -> new State(day, false, null);
            case PasswordChanged _ -> new State(day, state.out, null);
            case AccessTakenAway _ -> new State(day, true, null);
            case TokenMade _,TokenRevoked _ -> new State(day, state.out, state.linkId);
        };
    }
}
