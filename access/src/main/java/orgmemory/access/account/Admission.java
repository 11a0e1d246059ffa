// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Links.Link;
import orgmemory.message.Texts;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.ChangePassword;
import orgmemory.message.people.AccountMessages.InvitePerson;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.message.people.AccountMessages.OfferPasswordReset;
import orgmemory.message.people.AccountMessages.OpenAccount;
import orgmemory.message.people.AccountMessages.RevokeToken;
import orgmemory.message.people.AccountMessages.TakeAccessAway;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in by a link, and shows them out. Each step is a fact; a secret that goes with it waits in a row of its own,
 * and the fact's commit puts it where it opens something ({@link AccountFacts}).
 */
public final class Admission {

    private final DataSource source;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Links links;
    private final Tokens tokens;
    private final Insiders insiders;
    private final Waiting waiting;
    private final Supplier<Optional<FirstKeeper>> firstKeeper;
    private final Supplier<Optional<AccessRecord>> record;

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

    /** @param record empty where nobody can issue commands, and so is the first keeper's */
    public Admission(DataSource source, Accounts accounts, Passwords passwords, Links links, Tokens tokens,
            Insiders insiders, Waiting waiting, Supplier<Optional<FirstKeeper>> firstKeeper,
            Supplier<Optional<AccessRecord>> record) {
        this.source = source;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.tokens = tokens;
        this.insiders = insiders;
        this.waiting = waiting;
        this.firstKeeper = firstKeeper;
        this.record = record;
    }

    /** Makes the link of the first memory keeper anew, where the memory waits for one, and answers its code. */
    public Optional<String> inviteFirstKeeper() {
        waiting.sweep();
        return awaited().map(_ -> links.forFirstKeeper());
    }

    /** Makes a link that lets the person open an account, or choose another password. Answers its code. */
    public String invite(PersonId person, PersonId by) {
        var code = Secret.make();
        var id = UUID.randomUUID();
        waiting.secret(id, person, code);
        record(id, by, accounts.has(person)
                ? new OfferPasswordReset(person, id)
                : new InvitePerson(person, id));
        return code;
    }

    /** For whom the link is; an error where it does not hold. */
    public Guest guest(String code) {
        var person = links.open(code).person();
        return new Guest(person, person == null ? "" : accounts.signInName(person).orElse(""));
    }

    /**
     * Opens an account by a link, or gives it another name and password. The first memory keeper is registered before; where
     * that was interrupted, the link still holds, and the same is carried to its end.
     *
     * @param name        what the first memory keeper is called; not read for anybody else
     * @param tokensEnded whether the tokens of an account that there was end as well
     * @throws HttpProblem where the link does not hold, or with what is wrong field by field
     */
    public Admitted admit(String code, String name, String signInName, String password, boolean tokensEnded) {
        var link = links.open(code);
        var invalidFields = Accounts.invalidFields(passwords, signInName, password);
        if (!invalidFields.isEmpty()) {
            throw new HttpProblem(422, "request.malformed", invalidFields);
        }
        var encoded = passwords.encode(password);
        try (var _ = Turn.of(source, link)) {
            // Whoever had the turn before may have used it.
            return admit(links.open(code), name, SignInName.typed(signInName), encoded, tokensEnded);
        }
    }

    private Admitted admit(Link link, String name, SignInName signInName, String encoded,
            boolean tokensEnded) {
        var known = link.person();
        if (known != null) {
            accounts.mustBeFree(signInName, known);
        }
        var person = known == null ? registerFirst(name) : known;
        boolean again = accounts.has(person);
        var id = again ? UUID.randomUUID() : link.id();
        waiting.account(id, person, signInName, encoded);
        record(id, person, again
                ? new ChangePassword(person, id, link.id(), tokensEnded)
                : new OpenAccount(person, id));
        return new Admitted(person, known == null);
    }

    private PersonId registerFirst(String name) {
        return awaited().orElseThrow(() -> new HttpProblem(410, "link.used")).register(Texts.peeled(name));
    }

    private Optional<FirstKeeper> awaited() {
        return firstKeeper.get().filter(keeper -> keeper.isAwaited() && accounts.isEmpty());
    }

    /**
     * Gives the account another password, if the present one is known. Every session of it ends, the present one as well.
     *
     * @param tokensEnded whether the person's tokens end too
     */
    public void changePassword(PersonId person, String present, String fresh, boolean tokensEnded) {
        var name = accounts.nameForChange(person, present, fresh);
        var id = UUID.randomUUID();
        waiting.account(id, person, name, passwords.encode(fresh));
        record(id, person, new ChangePassword(person, id, null, tokensEnded));
    }

    /** Makes a token for somebody who may be here, and answers its text, which cannot be read again. */
    public String ownToken(PersonId person, String label) {
        if (!insiders.mayComeIn(person)) {
            throw new HttpProblem(403, "account.none");
        }
        var known = tokens.label(person, label);
        var token = Tokens.text();
        var id = UUID.randomUUID();
        waiting.secret(id, person, token);
        record(id, person, new MakeToken(person, id, known));
        return token;
    }

    /** From now on that token of the person opens nothing; does nothing where it is not theirs. */
    public void revokeToken(PersonId person, UUID id) {
        if (tokens.isOpen(person, id)) {
            record(id, person, new RevokeToken(person, id));
        }
    }

    /** Takes the person's access away: account, links, tokens and sessions. Nobody does it to themselves. */
    public void showOut(PersonId person, PersonId by) {
        record(UUID.randomUUID(), by, new TakeAccessAway(person));
    }

    /** What waits for a fact that was refused is taken back; where there was no answer the fact may still come. */
    private void record(UUID id, PersonId actor, AccountCommand command) {
        waiting.sweep();
        var recorder = record.get().orElseThrow(() -> {
            waiting.takeBack(id);
            return HttpProblem.later("account.elsewhere", 60);
        });
        try {
            recorder.issue(actor, command);
        } catch (HttpProblem late) {
            if (late.status() < 500) {
                waiting.takeBack(id);
            }
            throw late;
        } catch (RuntimeException refused) {
            waiting.takeBack(id);
            throw refused;
        }
        if (waiting.takeBack(id)) {
            throw Accounts.taken();
        }
    }
}
