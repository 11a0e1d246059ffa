// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import orgmemory.query.automation.DueCalendar.DueState;
import orgmemory.query.automation.DueCalendar.Matter;
import orgmemory.query.automation.FollowUps.Refusal;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.read.States;

/** Reads what is due, and what was refused, at a moment. */
@Component
final class DueReads {

    private final States states;
    private final DueCalendar calendar;
    private final FollowUps followUps;

    DueReads(States states, DueCalendar calendar, FollowUps followUps) {
        this.states = states;
        this.calendar = calendar;
        this.followUps = followUps;
    }

    /** What is still to be done, the most pressing first. */
    List<Matter> due(BitemporalPoint point) {
        return states.all(calendar, Map.of("doneOn", ""), "day", point)
                .stream()
                .map(States.State::it)
                .filter(matter -> matter.state() != DueState.DONE)
                .toList();
    }

    /** What has been done, the latest first. */
    List<Matter> done(BitemporalPoint point) {
        return states.all(calendar, Map.of(), "-doneOn", point)
                .stream()
                .map(States.State::it)
                .filter(matter -> matter.state() == DueState.DONE && matter.day() != null)
                .toList();
    }

    /** What was refused and nobody has seen to, the latest first. */
    List<Refusal> open(BitemporalPoint point) {
        return states.all(followUps, Map.of("open", "true"), "-refusedOn", point)
                .stream()
                .map(States.State::it)
                .toList();
    }

    /** All that was refused, the latest first. */
    List<Refusal> refused(BitemporalPoint point) {
        return states.all(followUps, Map.of(), "-refusedOn", point).stream().map(States.State::it).toList();
    }
}
