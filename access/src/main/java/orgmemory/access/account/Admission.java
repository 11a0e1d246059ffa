// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Links.Link;
import orgmemory.message.Rejected;
import orgmemory.message.Texts;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may come in today: whoever has an account, and the demo's cast. Lets people in by a link, and shows them out. */
public final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Links links;
    private final Tokens tokens;
    private final DemoCast cast;
    private final Optional<FirstKeeper> firstKeeper;
    private final TransactionTemplate together;

    /**
     * For whom a link was made.
     *
     * @param person     null for the first memory keeper, who is not registered yet
     * @param signInName of the account they have already; empty without one
     */
    public record Guest(@Nullable PersonId person, String signInName) {
    }

    /** Somebody who has just been let in; the first memory keeper is. */
    public record Admitted(PersonId person, boolean first) {
    }

    public Admission(DataSource source, Accounts accounts, Passwords passwords, Links links, Tokens tokens,
            DemoCast cast, Optional<FirstKeeper> firstKeeper) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.tokens = tokens;
        this.cast = cast;
        this.firstKeeper = firstKeeper;
        this.together = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Whether the person may be here. Asked at every request, so that whoever is shown out is out at once. */
    public boolean mayComeIn(PersonId person) {
        return accounts.has(person) || isCast(person);
    }

    /** Whether the person is one of the demo's cast, who need no password. */
    public boolean isCast(PersonId person) {
        return cast.members().stream().anyMatch(member -> member.personId().equals(person));
    }

    /** Makes the link of the first memory keeper anew, where the memory waits for one, and answers its code. */
    public Optional<String> inviteFirstKeeper() {
        return awaited().map(_ -> together(links::forFirstKeeper));
    }

    /** Makes a link that lets the person open an account, or choose another password. Answers its code. */
    public String invite(PersonId person, PersonId by) {
        var code = together(() -> links.make(person, by));
        LOG.info("{} made a one-time link for {}", by, person);
        return code;
    }

    /** For whom the link is; an error where it does not hold. */
    public Guest guest(String code) {
        var person = links.open(code).person();
        return new Guest(person, person == null ? "" : accounts.signInName(person).orElse(""));
    }

    /**
     * Opens an account by a link. The first memory keeper is registered before; where that was interrupted, the link still
     * holds, and the same is carried to its end.
     *
     * @param name what the first memory keeper is called; not read for anybody else
     * @throws HttpProblem where the link does not hold, or with what is wrong field by field
     */
    public Admitted admit(String code, String name, String signInName, String password) {
        links.open(code);
        var flaws = Accounts.flaws(passwords, signInName, password);
        if (!flaws.isEmpty()) {
            throw new HttpProblem(422, "request.malformed", flaws);
        }
        var encoded = passwords.encode(password);
        return together(() -> admit(code, links.take(code), name, SignInName.typed(signInName), encoded));
    }

    private Admitted admit(String code, Link link, String name, SignInName signInName, String encoded) {
        var known = link.person();
        var person = known == null ? registerFirst(name) : known;
        accounts.open(person, signInName, encoded);
        links.use(code, person);
        LOG.info("{} has an account", person);
        return new Admitted(person, known == null);
    }

    private PersonId registerFirst(String name) {
        return awaited().orElseThrow(() -> new HttpProblem(410, "link.used")).register(Texts.peeled(name));
    }

    private Optional<FirstKeeper> awaited() {
        return firstKeeper.filter(keeper -> keeper.isAwaited() && accounts.isEmpty());
    }

    /** Makes a token for somebody who may be here. */
    public String ownToken(PersonId person, String label) {
        return together(() -> {
            stays(person);
            return tokens.issueOwn(person, label);
        });
    }

    /**
     * Takes the person's access away: account, links and tokens. Nobody does it to themselves, so that a memory is not left
     * without anybody who can let others in.
     */
    public void showOut(PersonId person, PersonId by) {
        if (person.equals(by)) {
            throw new Rejected("account.own");
        }
        together(() -> {
            // Links first, in the order of whoever comes in by one.
            links.withdraw(person);
            // Of two who show each other out at the same moment, one does.
            accounts.reserve(person, by);
            stays(by);
            accounts.close(person);
            tokens.revokeAll(person);
            return person;
        });
        LOG.info("{} took the access of {} away", by, person);
    }

    /** Refuses somebody who has been shown out; nobody shows them out before this transaction ends. */
    private void stays(PersonId person) {
        if (!accounts.keep(person) && !isCast(person)) {
            throw new HttpProblem(403, "account.none");
        }
    }

    private <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(together.execute(_ -> work.get()));
    }
}
