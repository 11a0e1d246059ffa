// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import orgmemory.message.Subject;
import orgmemory.message.people.AccountMessages.AccessTakenAway;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AccountMessages.AccountOpened;
import orgmemory.message.people.AccountMessages.PasswordChanged;
import orgmemory.message.people.AccountMessages.PasswordResetOffered;
import orgmemory.message.people.AccountMessages.PersonInvited;
import orgmemory.message.people.AccountMessages.TokenMade;
import orgmemory.message.people.AccountMessages.TokenRevoked;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What facts about access bring about: the rows of accounts, links, tokens and sessions, written in the commit of the fact,
 * in the journal's one order. So there is never a link, a token or an account without its fact, nor a fact that did nothing,
 * whatever stops the service in between.
 */
public final class AccountFacts {

    private static final String WITHDRAW = """
            update access.link set withdrawn_at = now()
            where person = ? and used_at is null and withdrawn_at is null
            """;
    private static final String LINK = """
            with ready as (delete from access.waiting where id = ? and person = ? returning *)
            insert into access.link (id, hash, person, made_by, position, made_on, valid_until)
            select id, hash, person, ?, ?, ?, now() + make_interval(secs => ?) from ready where hash is not null
            """;
    private static final String TOKEN = """
            with ready as (delete from access.waiting where id = ? and person = ? returning *)
            insert into access.token (id, hash, person, label)
            select id, hash, person, ? from ready where hash is not null
            """;
    // The name was free when it was typed. Should another process have given it away since, it stays theirs.
    private static final String READY = """
            with ready as (
                delete from access.waiting mine where id = ? and person = ? and password is not null and not exists (
                    select from access.account other
                    where other.name_key = mine.name_key and other.person <> mine.person)
                returning *)
            """;
    private static final String OPEN = READY
            + """
                    insert into access.account (person, sign_in_name, name_key, password)
                    select person, sign_in_name, name_key, password from ready
                    on conflict (person) do update set sign_in_name = excluded.sign_in_name, name_key = excluded.name_key,
                        password = excluded.password, password_set_at = clock_timestamp()
                    """;
    // Where access was taken away meanwhile there is nothing that this could open again.
    private static final String CHANGE = READY + """
            update access.account kept set sign_in_name = ready.sign_in_name, name_key = ready.name_key,
                password = ready.password, password_set_at = clock_timestamp()
            from ready where kept.person = ready.person
            """;
    private static final String USED = "update access.link set used_at = now() where id = ? and used_at is null";
    private static final String REVOKE = """
            update access.token set revoked_at = now() where id = ? and person = ? and revoked_at is null
            """;
    private static final String REVOKE_ALL = """
            update access.token set revoked_at = now() where person = ? and revoked_at is null
            """;
    private static final String END_SESSIONS = "delete from access.session where principal_name = ?";
    private static final String FORGET_BROWSERS = "delete from access.browser where person = ?";
    private static final String FORGET_WAITING = "delete from access.waiting where person = ?";
    private static final String CLOSE = "delete from access.account where person = ?";

    private AccountFacts() {
    }

    /**
     * Brings about what the fact says.
     *
     * @param connection of the commit under way, which it never ends
     * @param maker      who recorded the fact
     * @param day        on which it happened
     */
    public static void apply(Connection connection, AccountEvent event, Subject maker, long position,
            LocalDate day) throws SQLException {
        var person = event.personId().value();
        switch (event) {
            case PersonInvited invited -> link(connection, invited.linkId(), person, maker, position, day);
            case PasswordResetOffered offered ->
                link(connection, offered.linkId(), person, maker, position, day);
            case AccountOpened opened ->
                settle(connection, OPEN, opened.personId(), opened.linkId(), opened.linkId());
            case PasswordChanged changed -> {
                boolean settled = settle(connection, CHANGE, changed.personId(), changed.changeId(),
                        changed.linkId());
                if (settled && changed.tokensEnded()) {
                    run(connection, REVOKE_ALL, person);
                }
            }
            case TokenMade made -> run(connection, TOKEN, made.tokenId(), person, made.label());
            case TokenRevoked revoked -> run(connection, REVOKE, revoked.tokenId(), person);
            case AccessTakenAway _ -> {
                run(connection, CLOSE, person);
                run(connection, WITHDRAW, person);
                run(connection, REVOKE_ALL, person);
                endAll(connection, person);
                run(connection, FORGET_WAITING, person);
            }
        }
    }

    private static void link(Connection connection, UUID id, String person, Subject maker, long position,
            LocalDate day) throws SQLException {
        run(connection, WITHDRAW, person);
        run(connection, LINK, id, person, maker.id(), position, day, (double) Links.HOLDS.toSeconds());
    }

    /**
     * A name and a password: whatever was open with the one before ends. Where none waits that could be had, nothing ends, and
     * the link holds for another try.
     */
    private static boolean settle(Connection connection, String account, PersonId person, UUID waiting,
            @Nullable UUID link) throws SQLException {
        if (run(connection, account, waiting, person.value()) == 0) {
            return false;
        }
        run(connection, USED, link);
        run(connection, WITHDRAW, person.value());
        endAll(connection, person.value());
        return true;
    }

    private static void endAll(Connection connection, String person) throws SQLException {
        run(connection, END_SESSIONS, person);
        run(connection, FORGET_BROWSERS, person);
    }

    /** How many rows it wrote. */
    private static int run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
