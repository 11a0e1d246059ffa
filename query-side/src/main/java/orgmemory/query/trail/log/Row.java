// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.screen.description.EventDescription;

/**
 * An event as the record has it.
 *
 * @param on        the day of its recording in the institute's zone
 * @param at        the time of that day
 * @param concerns  what it concerns, beside what its stream is about
 * @param corrected whether it has been put right since
 */
public record Row(Fact fact, EventDescription description, LocalDate on, String at, List<Subject> concerns,
        boolean corrected) {

    /** Where the trail tells it. */
    public String place() {
        return "/trail/" + fact.event().entity();
    }

    /** Its place there. */
    public String anchor() {
        return "#e" + fact.position();
    }
}
