// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import java.util.List;
import orgmemory.command.register.Register;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Event;

/**
 * When something happens, then something else is asked for. The class is named by the sentence it obeys,
 * {@code WhenAppointmentEndedThenLeaveGroups}; one that stands in a topic's package is found there. That name is kept with
 * how far it has read, so it stays.
 *
 * <p>It reads what is recorded from the day on which it was first started, and what was recorded before never: it is no
 * projection, and nothing rebuilds it. Each fact is reacted to as it was recorded; one that is corrected later is not
 * reacted to again. Its commands are held to the rules as anybody's, in the capacity {@code SYS}.
 *
 * @param <E> the event, or the sealed group of events, that it follows
 */
public interface Automation<E extends Event> {

    /**
     * What is asked for because of the fact, in order; mostly one command or none. Asked again after an interruption, it may
     * answer otherwise, since others have gone on: what was asked for already is not asked for again.
     *
     * @param register what is known of all streams
     */
    List<Command> react(E event, Envelope envelope, Register register);
}
