// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import orgmemory.access.account.AccessRecord;
import orgmemory.access.account.AccountFacts;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Insiders;
import orgmemory.access.account.Links;
import orgmemory.access.account.Passwords;
import orgmemory.access.account.Secret;
import orgmemory.access.account.Tokens;
import orgmemory.access.account.Waiting;
import orgmemory.journal.TestDatabase;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AccountMessages.AccountOpened;
import orgmemory.message.people.AccountMessages.PasswordChanged;
import orgmemory.message.people.AccountMessages.PasswordResetOffered;
import orgmemory.message.people.AccountMessages.PersonInvited;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What becomes of names, links and secrets where somebody else was quicker, or no fact comes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdmissionTest {

    private static final PersonId DANA = new PersonId("DANA");
    private static final PersonId RAMI = new PersonId("RAMI");
    private static final String PASSWORD = "a long and winding road";
    private static final String ENCODED = "{argon2id}"
            + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
    private static final Passwords PASSWORDS = new Passwords();

    private final TestDatabase database = TestDatabase.with("access");
    private final JdbcClient jdbc = JdbcClient.create(database.app());
    private final Accounts accounts = new Accounts(database.app(), PASSWORDS);
    private final Links links = new Links(database.app());
    private final Tokens tokens = new Tokens(database.app());
    private final Waiting waiting = new Waiting(database.app());

    @Test
    void a_link_holds_for_whoever_lost_the_race_for_a_name() throws SQLException {
        account(DANA, "dalia");
        var id = UUID.randomUUID();
        var code = Secret.make();
        waiting.secret(id, RAMI, code);
        bringAbout(new PersonInvited(RAMI, id));

        waits(id, RAMI, "dalia");
        bringAbout(new AccountOpened(RAMI, id));
        assertThat(links.open(code).person()).isEqualTo(RAMI);
        assertThat(accounts.has(RAMI)).isFalse();

        waiting.takeBack(id);
        waits(id, RAMI, "dalia 2");
        bringAbout(new AccountOpened(RAMI, id));
        assertThat(accounts.has(RAMI)).isTrue();
        assertThatThrownBy(() -> links.open(code)).hasMessageContaining("link.used");
    }

    @Test
    void nothing_ends_with_a_password_that_could_not_be_changed() throws SQLException {
        account(DANA, "dalia");
        account(RAMI, "rami");
        var token = tokens.issue(RAMI, "mine");
        var id = UUID.randomUUID();
        var code = Secret.make();
        waiting.secret(id, RAMI, code);
        bringAbout(new PasswordResetOffered(RAMI, id));

        var change = UUID.randomUUID();
        waits(change, RAMI, "dalia");
        bringAbout(new PasswordChanged(RAMI, change, id, true));
        assertThat(links.open(code).person()).isEqualTo(RAMI);
        assertThat(tokens.find(token)).contains(RAMI);
        assertThat(accounts.owner("rami", PASSWORD)).contains(RAMI);
    }

    @Test
    void a_password_that_is_changed_while_it_is_compared_opens_nothing() {
        account(RAMI, "rami");
        var changedMeanwhile = new DelegatingDataSource(database.app()) {

            private int asked;

            @Override
            public Connection getConnection() throws SQLException {
                if (++asked == 2) {
                    jdbc.sql("update access.account set password = password || 'x'").update();
                }
                return super.getConnection();
            }
        };
        assertThat(accounts.owner("RAMI", PASSWORD)).contains(RAMI);
        assertThat(new Accounts(changedMeanwhile, PASSWORDS).owner("rami", PASSWORD)).isEmpty();
    }

    @Test
    void what_no_fact_came_for_is_swept_away_with_whatever_is_recorded_next() {
        waiting.secret(UUID.randomUUID(), RAMI, Secret.make());
        jdbc.sql("update access.waiting set since = since - interval '2 hours'").update();
        waiting.secret(UUID.randomUUID(), DANA, Secret.make());

        admission((_, _) -> {}).showOut(RAMI, DANA);
        assertThat(whoWaits()).containsExactly("DANA");
    }

    @Test
    void where_nobody_can_record_nothing_is_left_waiting() {
        account(RAMI, "rami");
        var nowhere = admission(null);

        assertThatThrownBy(() -> nowhere.invite(DANA, RAMI)).hasMessage("503 account.elsewhere");
        assertThatThrownBy(() -> nowhere.ownToken(RAMI, "mine")).hasMessage("503 account.elsewhere");
        assertThatThrownBy(() -> nowhere.changePassword(RAMI, PASSWORD, "another long one", false))
                .hasMessage("503 account.elsewhere");
        assertThat(whoWaits()).isEmpty();
    }

    private Admission admission(@Nullable AccessRecord record) {
        return new Admission(database.app(), accounts, PASSWORDS, links, tokens,
                new Insiders(accounts, () -> List::of), waiting, Optional::empty,
                () -> Optional.ofNullable(record));
    }

    private void account(PersonId person, String name) {
        jdbc.sql("insert into access.account (person, sign_in_name, name_key, password) values (?, ?, ?, ?)")
                .params(person.value(), name, name, ENCODED)
                .update();
    }

    private void waits(UUID id, PersonId person, String name) {
        jdbc.sql("insert into access.waiting (id, person, sign_in_name, name_key, password)"
                + " values (?, ?, ?, ?, ?)").params(id, person.value(), name, name, ENCODED).update();
    }

    private List<String> whoWaits() {
        return jdbc.sql("select person from access.waiting").query(String.class).list();
    }

    private void bringAbout(AccountEvent event) throws SQLException {
        try (var connection = database.app().getConnection()) {
            AccountFacts.apply(connection, event, DANA.subject(), 1, LocalDate.EPOCH);
        }
    }
}
