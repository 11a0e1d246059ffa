// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Envelope.OccurredOn;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** The stage of the forum's development. There is one forum, as there is one institute. */
public final class StageMessages {

    /** The forum as a subject. */
    public static final Subject FORUM = new Subject("forum", "forum");

    private StageMessages() {
    }

    public sealed interface StageCommand extends Command {

        @Override
        default Subject stream() {
            return FORUM;
        }
    }

    public sealed interface StageEvent extends Event {

        @Override
        default Subject stream() {
            return FORUM;
        }

        @Override
        default List<Subject> subjects() {
            return List.of(FORUM);
        }
    }

    /**
     * Records that the forum has entered another stage: the next one, or an earlier one and why. Its source says where
     * that was agreed.
     *
     * @param since  the first day of the stage
     * @param reason needed where the forum goes back
     */
    @Command.SeenBefore
    @IssuedBy(MEM)
    public record RecordStage(@NotNull DevelopmentStage stage, @Nullable @OccurredOn LocalDate since,
            @Nullable @Size(max = 20_000) String reason) implements StageCommand {
    }

    /** From the day it occurred on the forum is in that stage. */
    @StoredAs("forum.stage-recorded")
    @CausedBy(RecordStage.class)
    public record StageRecorded(DevelopmentStage stage, @Nullable String reason) implements StageEvent {
    }
}
