// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.access.HttpProblem.Flaw;
import orgmemory.message.people.PersonId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signs in with which name and password: one account a person, one person a name. */
public final class Accounts {

    private final JdbcClient jdbc;
    private final Passwords passwords;

    /** An account as a memory keeper sees it. */
    public record Account(PersonId person, String signInName) {
    }

    private record Kept(String person, String signInName, String password) {
    }

    public Accounts(DataSource source, Passwords passwords) {
        this.jdbc = JdbcClient.create(source);
        this.passwords = passwords;
    }

    /** Whose name and password these are; empty where they are nobody's, without saying which of the two is wrong. */
    public Optional<PersonId> owner(String typedName, String password) {
        var account = jdbc
                .sql("select person, sign_in_name, password from access.account where name_key = :key")
                .param("key", SignInName.typed(typedName).key())
                .query(Kept.class)
                .optional();
        return passwords.matches(password, account.map(Kept::password).orElse(null))
                ? account.map(Kept::person).map(PersonId::of)
                : Optional.empty();
    }

    public boolean has(PersonId person) {
        return jdbc.sql("select exists (select from access.account where person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The same, and nobody closes the account before this transaction ends. */
    boolean keep(PersonId person) {
        return jdbc.sql("select person from access.account where person = :person for key share")
                .param("person", person.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Waits until nobody else closes one of these accounts, and lets nobody else close or keep one until the end. */
    void reserve(PersonId... people) {
        // In one order always: two who wait for each other would wait for ever.
        jdbc.sql("select person from access.account where person in (:people) order by person for update")
                .param("people", Stream.of(people).map(PersonId::value).toList())
                .query(String.class)
                .list();
    }

    /** Whether nobody has an account. */
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from access.account)").query(Boolean.class).single();
    }

    /** All accounts, the oldest first. */
    public List<Account> all() {
        return jdbc.sql("select person, sign_in_name from access.account order by made_at, person")
                .query((row, _) -> new Account(PersonId.of(row.getString("person")),
                        row.getString("sign_in_name")))
                .list();
    }

    /** The name the person signs in with; empty without an account. */
    public Optional<String> signInName(PersonId person) {
        return kept(person).map(Kept::signInName);
    }

    /** What is wrong with a name and a password as new ones, both at once. */
    static List<Flaw> flaws(Passwords passwords, String typedName, String password) {
        var name = SignInName.typed(typedName);
        return Stream.concat(name.flaw().stream(), passwords.flaw(Passwords.FIELD, password, name).stream())
                .toList();
    }

    /** Opens the person's account, or gives it another name and password. Both have been found without flaw. */
    void open(PersonId person, SignInName name, String encodedPassword) {
        try {
            jdbc.sql("""
                    insert into access.account (person, sign_in_name, name_key, password)
                    values (:person, :name, :key, :password)
                    on conflict (person) do update set sign_in_name = excluded.sign_in_name,
                        name_key = excluded.name_key, password = excluded.password,
                        password_set_at = clock_timestamp()
                    """)
                    .param("person", person.value())
                    .param("name", name.shown())
                    .param("key", name.key())
                    .param("password", encodedPassword)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw flawed(new Flaw(SignInName.FIELD, "sign-in-name.taken", List.of()));
        }
    }

    /** Gives the account another password, if the present one is known. */
    public void changePassword(PersonId person, String present, String fresh) {
        var account = kept(person).orElseThrow(() -> new HttpProblem(403, "account.none"));
        if (!passwords.matches(present, account.password())) {
            throw flawed(new Flaw("present", "password.wrong", List.of()));
        }
        passwords.flaw("fresh", fresh, SignInName.typed(account.signInName())).ifPresent(flaw -> {
            throw flawed(flaw);
        });
        jdbc.sql("""
                update access.account set password = :password, password_set_at = clock_timestamp()
                where person = :person
                """)
                .param("password", passwords.encode(fresh))
                .param("person", person.value())
                .update();
    }

    /** Closes the person's account. */
    void close(PersonId person) {
        jdbc.sql("delete from access.account where person = :person")
                .param("person", person.value())
                .update();
    }

    static HttpProblem flawed(Flaw... flaws) {
        return new HttpProblem(422, "request.malformed", List.of(flaws));
    }

    private Optional<Kept> kept(PersonId person) {
        return jdbc.sql("select person, sign_in_name, password from access.account where person = :person")
                .param("person", person.value())
                .query(Kept.class)
                .optional();
    }
}
