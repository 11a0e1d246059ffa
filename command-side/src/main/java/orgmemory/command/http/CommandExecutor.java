// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import orgmemory.journal.AppendConditions;
import orgmemory.journal.Receipt;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import org.jspecify.annotations.Nullable;

/** Puts a command before the aggregate that decides it, and returns when its events are durable. */
@FunctionalInterface
public interface CommandExecutor {

    /**
     * Decides a command once.
     *
     * @return what the journal answered; null where nothing had to be recorded
     * @throws orgmemory.message.Rejected a rule stands against it
     * @throws LostRace where others went on meanwhile; decide again
     */
    @Nullable
    Receipt decide(Command command, Envelope envelope, AppendConditions conditions);
}
