// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What happened, command by command, each on its day. */
final class Story {

    /**
     * One step.
     *
     * @param number counts from 1; with it a step that was told before is known again
     * @param actor  who issues the command; absent for the service itself
     * @param story  what the step belongs to, where it belongs to something
     */
    record Step(int number, LocalDate day, @Nullable PersonId actor, Command command,
            @Nullable Subject story) {
    }

    private final List<Step> steps = new ArrayList<>();
    private LocalDate day = LocalDate.EPOCH;
    private @Nullable Subject about;

    /** The story of the demo organisation, up to the day it stops. */
    static List<Step> ofTheDemo() {
        var story = new Story();
        Cast.tell(story);
        Budget2017.tell(story);
        CutRound2017.tell(story);
        return List.copyOf(story.steps);
    }

    /** From here on, everything happens on this day. */
    void on(LocalDate next) {
        if (next.isBefore(day)) {
            throw new IllegalStateException("The story goes back from " + day + " to " + next);
        }
        day = next;
    }

    /** From here on, everything belongs to this. */
    void about(Subject subject) {
        about = subject;
    }

    void by(String actor, Command command) {
        steps.add(new Step(steps.size() + 1, day, PersonId.of(actor), command, about));
    }

    void byTheService(Command command) {
        steps.add(new Step(steps.size() + 1, day, null, command, about));
    }
}
