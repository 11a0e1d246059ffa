// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.PersonId;

/** Records who lets whom in, and out. Given by whoever can issue commands; where nobody can, nobody is let in. */
@FunctionalInterface
public interface AccessRecord {

    /**
     * Issues the command as that person, with the same checks as any other. When it returns, the fact and what it brings
     * about are durable; when it throws, neither is, but for a time-out, after which both or neither is.
     *
     * @throws orgmemory.message.Rejected      where it is refused
     * @throws orgmemory.access.HttpProblem where there is no answer
     */
    void issue(PersonId actor, AccountCommand command);
}
