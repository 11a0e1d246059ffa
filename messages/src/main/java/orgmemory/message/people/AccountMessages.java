// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.SELF;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Command.Ends;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.ThroughAccess;
import org.jspecify.annotations.Nullable;

/**
 * How a person comes in: by links, a password, tokens. No secret stands in any of these, nor a hash of one: the ids of links
 * and tokens open nothing.
 *
 * <p>What the facts bring about is there with them, in one commit. So who may come in changes at the positions of
 * {@link AccountEvent}s and nowhere else: {@link AccountOpened} and {@link TokenMade} let somebody in,
 * {@link AccessTakenAway}, {@link TokenRevoked} and {@link PasswordChanged} end what they had. What they may do once they are
 * in changes with the roles and appointments of the people, as ever. Somebody who is being let in by the demo's door, and the
 * days of sessions, are no facts.
 */
public final class AccountMessages {

    private AccountMessages() {
    }

    public sealed interface AccountCommand extends Command {

        PersonId personId();

        @Override
        default Subject stream() {
            return Subject.of("account", personId());
        }
    }

    public sealed interface AccountEvent extends Event {

        PersonId personId();

        @Override
        default Subject stream() {
            return Subject.of("account", personId());
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream(), personId().subject());
        }
    }

    /** Makes a one-time link by which somebody else opens an account. An earlier link holds no more. */
    @IssuedBy(MEM)
    @ThroughAccess
    public record InvitePerson(@NotNull PersonId personId, @NotNull UUID linkId) implements AccountCommand {
    }

    @StoredAs("people.person-invited")
    @CausedBy(InvitePerson.class)
    public record PersonInvited(PersonId personId, UUID linkId) implements AccountEvent {
    }

    /** Makes a one-time link by which somebody else, who lost it, chooses another password. */
    @IssuedBy(MEM)
    @ThroughAccess
    public record OfferPasswordReset(@NotNull PersonId personId,
            @NotNull UUID linkId) implements AccountCommand {
    }

    @StoredAs("people.password-reset-offered")
    @CausedBy(OfferPasswordReset.class)
    public record PasswordResetOffered(PersonId personId, UUID linkId) implements AccountEvent {
    }

    /** Opens one's own account, by a link. */
    @IssuedBy(SELF)
    @ThroughAccess
    public record OpenAccount(@NotNull PersonId personId, @NotNull UUID linkId) implements AccountCommand {
    }

    @StoredAs("people.account-opened")
    @CausedBy(OpenAccount.class)
    public record AccountOpened(PersonId personId, UUID linkId) implements AccountEvent {
    }

    /**
     * Gives one's own account another password. Every session of the account ends.
     *
     * @param changeId    names the change
     * @param linkId      by which link; null for whoever knew the password before
     * @param tokensEnded whether the person's tokens end as well
     */
    @IssuedBy(SELF)
    @ThroughAccess
    public record ChangePassword(@NotNull PersonId personId, @NotNull UUID changeId, @Nullable UUID linkId,
            boolean tokensEnded) implements AccountCommand {
    }

    @StoredAs("people.password-changed")
    @CausedBy(ChangePassword.class)
    public record PasswordChanged(PersonId personId, UUID changeId, @Nullable UUID linkId,
            boolean tokensEnded) implements AccountEvent {
    }

    /** Makes a token for one's own programs. */
    @IssuedBy(SELF)
    @ThroughAccess
    public record MakeToken(@NotNull PersonId personId, @NotNull UUID tokenId,
            @NotBlank @Size(max = 100) String label) implements AccountCommand {
    }

    @StoredAs("people.token-made")
    @CausedBy(MakeToken.class)
    public record TokenMade(PersonId personId, UUID tokenId, String label) implements AccountEvent {
    }

    /** From now on that token of one's own opens nothing. */
    @IssuedBy(SELF)
    public record RevokeToken(@NotNull PersonId personId, @NotNull UUID tokenId) implements AccountCommand {
    }

    @StoredAs("people.token-revoked")
    @CausedBy(RevokeToken.class)
    public record TokenRevoked(PersonId personId, UUID tokenId) implements AccountEvent {
    }

    /** Ends somebody else's account, with its links, tokens and sessions. */
    @Ends
    @IssuedBy(MEM)
    public record TakeAccessAway(@NotNull PersonId personId) implements AccountCommand {
    }

    @StoredAs("people.access-taken-away")
    @CausedBy(TakeAccessAway.class)
    public record AccessTakenAway(PersonId personId) implements AccountEvent {
    }
}
