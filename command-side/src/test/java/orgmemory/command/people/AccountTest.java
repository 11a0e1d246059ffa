// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static org.assertj.core.api.Assertions.assertThat;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.SELF;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Rejected.Kind;
import orgmemory.message.people.AccountMessages.AccessTakenAway;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AccountMessages.AccountOpened;
import orgmemory.message.people.AccountMessages.ChangePassword;
import orgmemory.message.people.AccountMessages.InvitePerson;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.message.people.AccountMessages.OfferPasswordReset;
import orgmemory.message.people.AccountMessages.OpenAccount;
import orgmemory.message.people.AccountMessages.PasswordResetOffered;
import orgmemory.message.people.AccountMessages.PersonInvited;
import orgmemory.message.people.AccountMessages.RevokeToken;
import orgmemory.message.people.AccountMessages.TakeAccessAway;
import orgmemory.message.people.AccountMessages.TokenMade;
import orgmemory.message.people.AccountMessages.TokenRevoked;
import orgmemory.message.people.PersonId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {

    private static final UUID ID = new UUID(1, 2);
    private static final PersonId X = new PersonId("X");
    private static final PersonId KEEPER = new PersonId("MEM");

    private final World world = new World().on(World.TODAY.toString()).person("MEM").person("X");

    @Test
    void a_keeper_lets_others_in_and_shows_them_out() {
        assertThat(decide(new InvitePerson(X, ID), keeper())).isEqualTo(new PersonInvited(X, ID));
        assertThat(decide(new TakeAccessAway(X), keeper())).isEqualTo(new AccessTakenAway(X));
    }

    @Test
    void nobody_shows_themselves_out() {
        Refused.with("account.own-access", () -> decide(new TakeAccessAway(KEEPER), keeper()));
    }

    @Test
    void nobody_makes_a_link_for_themselves() {
        Refused.with("account.own-link", () -> decide(new InvitePerson(KEEPER, ID), keeper()));
        Refused.with("account.own-link", () -> decide(new OfferPasswordReset(KEEPER, ID), keeper()));
    }

    @ParameterizedTest
    @MethodSource("comingIn")
    void what_was_begun_before_access_was_taken_away_does_not_bring_it_back(AccountCommand command) {
        var out = after(new PersonInvited(X, ID), new AccountOpened(X, ID), new AccessTakenAway(X));

        Refused.with(Kind.NOT_ALLOWED, "account.out",
                () -> decide(out, command, world.who("X", SELF)));
        Refused.with(Kind.NOT_ALLOWED, "account.out", () -> decide(
                after(new PersonInvited(X, ID), new AccessTakenAway(X), new TokenRevoked(X, ID)), command,
                world.who("X", SELF)));
    }

    static Stream<AccountCommand> comingIn() {
        return Stream.of(new OpenAccount(X, ID), new ChangePassword(X, ID, null, false),
                new ChangePassword(X, ID, ID, false), new MakeToken(X, ID, "mine"));
    }

    @Test
    void a_link_made_since_lets_in_again_and_no_earlier_one() {
        var later = new UUID(3, 4);
        var invited = after(new AccountOpened(X, ID), new AccessTakenAway(X), new PersonInvited(X, later));
        var self = world.who("X", SELF);

        Refused.with(Kind.NOT_ALLOWED, "account.other-link",
                () -> decide(invited, new OpenAccount(X, ID), self));
        Refused.with(Kind.NOT_ALLOWED, "account.out",
                () -> decide(invited, new ChangePassword(X, ID, later, false), self));
        var opened = decide(invited, new OpenAccount(X, later), self);
        assertThat(opened).isEqualTo(new AccountOpened(X, later));
        var in = new Account().evolve(invited, opened, self.envelope());
        assertThat(decide(in, new MakeToken(X, ID, "mine"), self))
                .isEqualTo(new TokenMade(X, ID, "mine"));
    }

    @Test
    void of_two_links_the_newer_holds() {
        var later = new UUID(3, 4);
        var offered = after(new PasswordResetOffered(X, ID), new PasswordResetOffered(X, later));

        Refused.with(Kind.NOT_ALLOWED, "account.other-link", () -> decide(offered,
                new ChangePassword(X, ID, ID, false), world.who("X", SELF)));
    }

    static Stream<AccountCommand> own() {
        return Stream.of(new OpenAccount(X, ID), new ChangePassword(X, ID, null, false),
                new MakeToken(X, ID, "mine"), new RevokeToken(X, ID));
    }

    @ParameterizedTest
    @MethodSource("own")
    void passwords_and_tokens_are_everybodys_own(AccountCommand command) {
        assertThat(decide(command, world.who("X", SELF)).personId()).isEqualTo(X);
        Refused.with(Kind.NOT_ALLOWED, "account.not-own", () -> decide(command, world.who("MEM", SELF)));
        Refused.with(Kind.NOT_ALLOWED, "account.not-own", () -> decide(command, world.who("MEM", MEM)));
    }

    static Stream<AccountCommand> all() {
        return Stream.concat(own(), Stream.of(new InvitePerson(X, ID), new OfferPasswordReset(X, ID),
                new TakeAccessAway(X)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void who_may_come_in_changes_today_and_not_by_import(AccountCommand command) {
        Refused.with("account.not-today", () -> decide(command, world.importing()));
        world.on(World.TODAY.minusDays(1).toString());
        Refused.with("account.not-today", () -> decide(command, world.who("X", SELF)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_about_somebody_known(AccountCommand command) {
        var nobody = new World().on(World.TODAY.toString()).person("MEM");
        Refused.with(Kind.UNKNOWN, "person.unknown", () -> decide(command, nobody.who("X", SELF)));
    }

    @Test
    void a_token_says_what_it_is_for_and_nothing_else() {
        assertThat(decide(new MakeToken(X, ID, "scripts"), world.who("X", SELF)))
                .isEqualTo(new TokenMade(X, ID, "scripts"));
    }

    private DecisionContext keeper() {
        return world.who("MEM", MEM);
    }

    private Account.State after(AccountEvent... events) {
        var state = Account.State.NONE;
        for (var event : events) {
            state = new Account().evolve(state, event, keeper().envelope());
        }
        return state;
    }

    private static AccountEvent decide(Account.State state, AccountCommand command,
            DecisionContext context) {
        return new Account().decide(state, command, context).getFirst();
    }

    private static AccountEvent decide(AccountCommand command, DecisionContext context) {
        return decide(Account.State.NONE, command, context);
    }
}
