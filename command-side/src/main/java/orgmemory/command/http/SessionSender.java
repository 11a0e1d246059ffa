// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import orgmemory.access.HttpProblem;
import orgmemory.access.WhoMay;
import orgmemory.access.account.Insiders;
import orgmemory.message.people.PersonId;

/** Whoever sends a batch from a session: judged again where something has changed since, as a token's bearer is. */
final class SessionSender implements WhoMay.Asking {

    private final Insiders insiders;
    private final PersonId person;
    private volatile String judgedAt = "";

    SessionSender(Insiders insiders, PersonId person) {
        this.insiders = insiders;
        this.person = person;
    }

    /** @throws HttpProblem where they may be here no more */
    @Override
    public void look(String counts) {
        if (!judgedAt.equals(counts)) {
            if (!insiders.mayComeIn(person)) {
                throw new HttpProblem(403, "account.none");
            }
            judgedAt = counts;
        }
    }

    @Override
    public void confirm() {
        // The dispatcher looks before it takes anything.
    }
}
