// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.util.List;
import java.util.function.Supplier;
import orgmemory.message.people.PersonId;

/** Who may be here today: whoever has an account, and the demo's cast. */
public final class Insiders {

    private final Accounts accounts;
    private final Supplier<DemoCast> cast;

    /** @param cast asked when it is needed, since whoever tells the story is made later */
    public Insiders(Accounts accounts, Supplier<DemoCast> cast) {
        this.accounts = accounts;
        this.cast = cast;
    }

    /** Whether the person may be here. Asked at every request, so that whoever is shown out is out at once. */
    public boolean mayComeIn(PersonId person) {
        return accounts.has(person) || isCast(person);
    }

    /** Whether the person has an account, which can be taken away. */
    public boolean hasAccount(PersonId person) {
        return accounts.has(person);
    }

    /** Whether the person is one of the demo's cast, who need no password. */
    public boolean isCast(PersonId person) {
        List<DemoCast.Member> members = cast.get().members();
        return members.stream().anyMatch(member -> member.personId().equals(person));
    }
}
