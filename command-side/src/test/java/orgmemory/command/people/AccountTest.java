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
import orgmemory.command.Circumstances;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Rejected.Kind;
import orgmemory.message.people.AccountMessages.AccessTakenAway;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AccountMessages.ChangePassword;
import orgmemory.message.people.AccountMessages.InvitePerson;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.message.people.AccountMessages.OfferPasswordReset;
import orgmemory.message.people.AccountMessages.OpenAccount;
import orgmemory.message.people.AccountMessages.PersonInvited;
import orgmemory.message.people.AccountMessages.RevokeToken;
import orgmemory.message.people.AccountMessages.TakeAccessAway;
import orgmemory.message.people.AccountMessages.TokenMade;
import orgmemory.message.people.PersonId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {

    private static final UUID ID = new UUID(1, 2);
    private static final PersonId X = PersonId.of("X");
    private static final PersonId KEEPER = PersonId.of("MEM");

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

    private Circumstances keeper() {
        return world.who("MEM", MEM);
    }

    private static AccountEvent decide(AccountCommand command, Circumstances who) {
        return Account.decide(Account.State.NONE, command, who);
    }
}
