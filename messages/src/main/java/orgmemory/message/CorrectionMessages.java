// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static orgmemory.message.Capacity.MEM;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How a mistake is put right: nothing is edited, a later fact says what an earlier one should have said. */
public final class CorrectionMessages {

    private CorrectionMessages() {
    }

    public sealed interface CorrectionCommand extends Command {

        /** The event that was wrong; always the original, never an earlier correction. */
        String eventId();

        String reason();
    }

    public sealed interface CorrectionEvent extends Event {

        /** The original event that this one is about. */
        String eventId();

        String reason();

        @Override
        default List<Subject> subjects() {
            return entity().equals(stream()) ? List.of(stream()) : List.of(entity(), stream());
        }
    }

    /**
     * Says what a fact should have said.
     *
     * @param occurredOn  the right day, where the day was wrong
     * @param replacement the fields that were wrong, with their right values; the others stay as they stand
     */
    @IssuedBy(MEM)
    public record CorrectRecord(@NotNull Subject stream, @NotBlank @Size(max = 64) String eventId,
            @Nullable LocalDate occurredOn, @Nullable ObjectNode replacement,
            @NotBlank @Size(max = 20_000) String reason) implements CorrectionCommand {
    }

    /**
     * The fact as it should have been, whole: its place is the new day, at the original's position.
     *
     * @param name     stored name of the corrected event
     * @param revision its revision, so that its upcasters apply to the replacement
     */
    @StoredAs("record.corrected")
    public record RecordCorrected(Subject stream, Subject entity, String eventId, String name, int revision,
            LocalDate occurredOn, ObjectNode replacement, String reason) implements CorrectionEvent {
    }

    /** Says that a fact never was. Correcting it afterwards revives it. */
    @IssuedBy(MEM)
    public record AnnulRecord(@NotNull Subject stream, @NotBlank @Size(max = 64) String eventId,
            @NotBlank @Size(max = 20_000) String reason) implements CorrectionCommand {
    }

    @StoredAs("record.annulled")
    public record RecordAnnulled(Subject stream, Subject entity, String eventId, String reason)
            implements
                CorrectionEvent {
    }
}
