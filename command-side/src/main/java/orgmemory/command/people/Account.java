// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
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
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY)
public class Account {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private State state = State.NONE;

    /** The day of the last fact: accounts that are older than their facts have none. */
    public record State(@Nullable LocalDate lastOn) {

        static final State NONE = new State(null);
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
        return switch (command) {
            case InvitePerson invite -> new PersonInvited(person, invite.linkId());
            case OfferPasswordReset offer -> new PasswordResetOffered(person, offer.linkId());
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

    private static AccountEvent own(boolean own, AccountEvent event) {
        if (!own) {
            throw Rejected.notAllowed("account.not-own");
        }
        return event;
    }

    static State evolve(State state, AccountEvent event, Envelope envelope) {
        return new State(envelope.occurredOn());
    }
}
