// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.door;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Insiders;
import orgmemory.message.Ids;
import orgmemory.message.Rejected;
import orgmemory.message.people.AccountMessages.TakeAccessAway;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Of two keepers who take each other's access away at the same moment, one stays: such commands are taken one after another,
 * and only from whoever is still let in.
 */
final class AccessOrder {

    private static final String TAKE_AWAY = TakeAccessAway.class.getSimpleName();

    private final Insiders insiders;
    private final ReentrantLock turn = new ReentrantLock();

    AccessOrder(Insiders insiders) {
        this.insiders = insiders;
    }

    /** Does the work, in its turn where it takes access away. */
    <T> T keep(CommandRequest asked, Supplier<T> work) {
        if (!asked.command().equals(TAKE_AWAY)) {
            return work.get();
        }
        turn.lock();
        try {
            mayTakeAway(asked);
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private void mayTakeAway(CommandRequest asked) {
        if (!insiders.mayComeIn(PersonId.of(asked.actor().id()))) {
            throw new HttpProblem(403, "account.none");
        }
        var leaving = text(asked.body().get("personId"));
        // What is no id is refused as any other field, with its name.
        if (leaving.matches(Ids.FORM) && !insiders.hasAccount(PersonId.of(leaving))) {
            throw Rejected.unknown("account.unknown", leaving);
        }
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || !node.isString() ? "" : node.stringValue();
    }
}
