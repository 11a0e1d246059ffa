// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
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
import org.jspecify.annotations.Nullable;

/**
 * How one person comes in: keepers let others in and show others out, never themselves; passwords and tokens are everybody's
 * own. It happens today, since it takes effect with its fact.
 */
public final class Account implements Decider<Account.State, AccountCommand, AccountEvent> {

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

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public List<AccountEvent> decide(State state, AccountCommand command, DecisionContext context) {
        var person = command.personId();
        boolean own = person.subject().equals(context.actor());
        if (context.imported() || !context.occurredOn().equals(context.today())) {
            throw new Rejected("account.not-today");
        }
        context.known(person.subject());
        context.notBeforeLast(state.lastOn);
        mustHoldStill(state, command);
        return List.of(switch (command) {
            case InvitePerson invite -> others(own, context, new PersonInvited(person, invite.linkId()));
            case OfferPasswordReset offer ->
                others(own, context, new PasswordResetOffered(person, offer.linkId()));
            case OpenAccount open -> own(own, new AccountOpened(person, open.linkId()));
            case ChangePassword change -> own(own, new PasswordChanged(person, change.changeId(),
                    change.linkId(), change.tokensEnded()));
            case MakeToken make -> own(own, new TokenMade(person, make.tokenId(), make.label()));
            case RevokeToken revoke -> own(own, new TokenRevoked(person, revoke.tokenId()));
            case TakeAccessAway _ -> {
                // So that a memory is not left without anybody who can let others in.
                context.rule(!own, "account.own-access");
                yield new AccessTakenAway(person);
            }
        });
    }

    /** It took effect when it was recorded, and no later word takes that back. */
    @Override
    public void mayCorrect(AccountEvent original, DecisionContext context) {
        throw new Rejected("account.not-corrected");
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
    private static AccountEvent others(boolean own, DecisionContext context, AccountEvent event) {
        context.rule(!own, "account.own-link");
        return event;
    }

    private static AccountEvent own(boolean own, AccountEvent event) {
        if (!own) {
            throw Rejected.notAllowed("account.not-own");
        }
        return event;
    }

    @Override
    public State evolve(State state, AccountEvent event, Envelope envelope) {
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
