// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What happened, command by command, each on its day and recorded at its time. */
final class Story {

    /**
     * One step.
     *
     * @param number     counts from 1; with it a step that was told before is known again
     * @param day        when it happened
     * @param recordedAt when it was recorded, in the institute's time zone; later with each step
     * @param actor      who issues the command; absent for the service itself
     * @param wording    says the command
     * @param story      what the step belongs to, where it belongs to something
     */
    record StoryStep(int number, LocalDate day, LocalDateTime recordedAt, @Nullable PersonId actor,
            Wording wording, @Nullable Subject story) {
    }

    /** A command that may be about a fact of an earlier step. */
    interface Wording {

        /**
         * The command; nothing where what it is about was told in other words, by an earlier release.
         *
         * @param facts the id of the last event of each step that was told
         */
        Optional<Command> command(Map<Integer, String> facts);
    }

    static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Duration PACE = Duration.ofMinutes(7);

    private final List<StoryStep> steps = new ArrayList<>();
    private LocalDateTime next = LocalDate.EPOCH.atTime(MORNING);
    private @Nullable Subject about;

    /** The story of the demo organisation up to the end of a day. */
    static List<StoryStep> ofTheDemo(LocalDate until) {
        var story = new Story();
        Cast.tell(story);
        Budget2017.tell(story);
        CutRound2017.tell(story);
        Consultations2016.tellAfterwards(story);
        LearningGroup2017.tell(story);
        return story.steps.stream().filter(step -> !step.recordedAt().toLocalDate().isAfter(until)).toList();
    }

    /** From here on, everything happens on this day, from the morning on. */
    void on(LocalDate day) {
        if (!day.isAfter(next.toLocalDate())) {
            throw new IllegalStateException("The story goes back from " + next + " to " + day);
        }
        next = day.atTime(MORNING);
    }

    /** From here on, everything belongs to this. */
    void about(Subject subject) {
        about = subject;
    }

    void by(String actor, Command command) {
        add(next.toLocalDate(), new PersonId(actor), _ -> Optional.of(command));
    }

    void byTheService(Command command) {
        add(next.toLocalDate(), null, _ -> Optional.of(command));
    }

    /** Recorded now, and happened on an earlier day; answers the number of the step. */
    int late(LocalDate day, String actor, Command command) {
        return add(day, new PersonId(actor), _ -> Optional.of(command));
    }

    /** About the fact that an earlier step brought about. */
    void about(int step, String actor, Function<String, Command> command) {
        add(next.toLocalDate(), new PersonId(actor),
                facts -> Optional.ofNullable(facts.get(step)).map(command));
    }

    private int add(LocalDate day, @Nullable PersonId actor, Wording wording) {
        if (next.toLocalTime().isAfter(EVENING)) {
            throw new IllegalStateException("Too much happens on " + next.toLocalDate());
        }
        int number = steps.size() + 1;
        steps.add(new StoryStep(number, day, next, actor, wording, about));
        next = next.plus(PACE);
        return number;
    }
}
