// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.access.HttpProblem.InvalidField;
import orgmemory.message.people.PersonId;
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
        var name = SignInName.typed(typedName);
        var account = kept(name);
        // To compare takes long, and whatever was open with a password that is changed meanwhile has ended.
        return passwords.matches(password, account.map(Kept::password).orElse(null))
                && kept(name).equals(account)
                        ? account.map(Kept::person).map(PersonId::new)
                        : Optional.empty();
    }

    /** Who signs in with that name, however it is typed; empty where nobody does. */
    public Optional<PersonId> named(String typedName) {
        return jdbc.sql("select person from access.account where name_key = :key")
                .param("key", SignInName.typed(typedName).key())
                .query(String.class)
                .optional()
                .map(PersonId::new);
    }

    public boolean has(PersonId person) {
        return jdbc.sql("select exists (select from access.account where person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody has an account. */
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from access.account)").query(Boolean.class).single();
    }

    /** All accounts, the oldest first. */
    public List<Account> all() {
        return jdbc.sql("select person, sign_in_name from access.account order by made_at, person")
                .query((row, _) -> new Account(new PersonId(row.getString("person")),
                        row.getString("sign_in_name")))
                .list();
    }

    /** The name the person signs in with; empty without an account. */
    public Optional<String> signInName(PersonId person) {
        return kept(person).map(Kept::signInName);
    }

    /** What is wrong with a name and a password as new ones, both at once. */
    static List<InvalidField> invalidFields(Passwords passwords, String typedName, String password) {
        var name = SignInName.typed(typedName);
        return Stream
                .concat(name.invalidField().stream(),
                        passwords.invalidField(Passwords.FIELD, password, name).stream())
                .toList();
    }

    /** Refuses a name that somebody else signs in with. */
    void mustBeFree(SignInName name, PersonId person) {
        var taken = jdbc.sql("""
                select exists (select from access.account where name_key = :key and person <> :person)
                """).param("key", name.key()).param("person", person.value()).query(Boolean.class).single();
        if (taken) {
            throw taken();
        }
    }

    static HttpProblem taken() {
        return refused(new InvalidField(SignInName.FIELD, "sign-in-name.taken", List.of()));
    }

    /**
     * The name of the person whose present password this is, if the fresh one may follow it.
     *
     * @throws HttpProblem with what is wrong, field by field
     */
    SignInName nameForChange(PersonId person, String present, String fresh) {
        var account = kept(person).orElseThrow(() -> new HttpProblem(403, "account.none"));
        if (!passwords.matches(present, account.password())) {
            throw refused(new InvalidField("present", "password.wrong", List.of()));
        }
        var name = SignInName.typed(account.signInName());
        passwords.invalidField("fresh", fresh, name)
                .ifPresent(invalidField -> {
                    throw refused(invalidField);
                });
        return name;
    }

    static HttpProblem refused(InvalidField... invalidFields) {
        return new HttpProblem(422, "request.malformed", List.of(invalidFields));
    }

    private Optional<Kept> kept(SignInName name) {
        return jdbc.sql("select person, sign_in_name, password from access.account where name_key = :key")
                .param("key", name.key())
                .query(Kept.class)
                .optional();
    }

    private Optional<Kept> kept(PersonId person) {
        return jdbc.sql("select person, sign_in_name, password from access.account where person = :person")
                .param("person", person.value())
                .query(Kept.class)
                .optional();
    }
}
