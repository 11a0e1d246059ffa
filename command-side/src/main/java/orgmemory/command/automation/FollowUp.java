// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import orgmemory.command.automation.AutomationTables.DueMatter;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpId;
import org.jspecify.annotations.Nullable;

/**
 * A command that follows from a fact or a deadline.
 *
 * @param automation what asks for it
 * @param key        what makes it one and the same, however often it is tried
 * @param command    what is asked for
 * @param causation  the event that it follows from; of a deadline the one that set the day
 * @param day        when it happens, unless what it is about has later facts already
 * @param story      what the cause belongs to
 */
record FollowUp(String automation, String key, Command command, String causation, LocalDate day,
        @Nullable Subject story) {

    static FollowUp of(StoredEvent cause, String automation, int number, Command command) {
        return new FollowUp(automation, automation + '/' + cause.eventId() + '/' + number, command,
                cause.eventId(), cause.envelope().occurredOn(), cause.envelope().story());
    }

    static FollowUp of(DueMatter due, Deadline deadline) {
        return new FollowUp(deadline.getClass().getSimpleName(), due.matter().key() + '/' + due.day(),
                deadline.command(due.matter().of(), due.day()), due.causation(), due.day(), null);
    }

    /** Under which its refusal is recorded: always the same for the same key. */
    FollowUpId id() {
        return new FollowUpId(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
