// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Event;

/** What events say to the register: each kind of stream knows it of its own. */
@FunctionalInterface
public interface RegisterEntries {

    /** What an event of that day says; most say nothing. */
    List<RegisterEntry> of(Event event, LocalDate day);
}
