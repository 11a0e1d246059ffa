// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import java.time.LocalDate;
import orgmemory.message.Command;
import orgmemory.message.Subject;

/**
 * When a day comes, then something is asked for. What is due on which day follows from facts, see
 * {@link orgmemory.message.Event#dues()}; what has no deadline of this kind only reminds people. A class that stands in a
 * topic's package is found there.
 */
public interface Deadline {

    /** The matter, as {@link orgmemory.message.Due#what()} has it. */
    String what();

    /**
     * What is asked for when the day has come. Its event says that the matter is due no more; where it is refused, that is
     * recorded once and nothing else is tried.
     *
     * @param of  what the matter is about
     * @param day the day on which it was due, which has come
     */
    Command command(Subject of, LocalDate day);
}
