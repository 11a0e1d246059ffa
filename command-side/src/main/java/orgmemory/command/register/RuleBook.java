// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Event;

/** What facts ask of the register: each kind of stream knows it of its own. */
@FunctionalInterface
public interface RuleBook {

    /** What has to hold once an event of that day is in the register; most ask nothing. */
    List<RegisterRule> of(Event event, LocalDate day);
}
