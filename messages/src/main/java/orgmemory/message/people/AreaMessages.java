// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MM;

import orgmemory.message.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Command.Ends;
import orgmemory.message.Command.SeenBefore;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** An area of responsibility, and who is accountable for it on any day. */
public final class AreaMessages {

    private AreaMessages() {
    }

    public sealed interface AreaCommand extends Command {

        AreaId areaId();

        @Override
        default Subject stream() {
            return areaId().subject();
        }
    }

    public sealed interface AreaEvent extends Event {

        AreaId areaId();

        @Override
        default Subject stream() {
            return areaId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream());
        }
    }

    /**
     * Opens an area.
     *
     * @param otherName its name in the other language, Hebrew or English, where it has one
     */
    @IssuedBy({MM, MEM})
    public record OpenArea(@NewId AreaId areaId, @NotNull AreaType type,
            @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 300) String otherName) implements AreaCommand {

        public OpenArea(AreaId areaId, AreaType type, String name) {
            this(areaId, type, name, null);
        }
    }

    @StoredAs(value = "people.area-opened", revision = 2)
    @CausedBy(OpenArea.class)
    public record ResponsibilityAreaOpened(AreaId areaId, AreaType type, String name,
            @Nullable String otherName) implements AreaEvent {

        public ResponsibilityAreaOpened(AreaId areaId, AreaType type, String name) {
            this(areaId, type, name, null);
        }

        @Override
        public List<String> names() {
            return Texts.present(name, otherName);
        }
    }

    /** Calls an area by another name from that day on, in one language or in both. */
    @SeenBefore
    @IssuedBy({MM, MEM})
    public record RenameArea(@NotNull AreaId areaId, @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 300) String otherName) implements AreaCommand {
    }

    @StoredAs(value = "people.area-renamed", revision = 2)
    @CausedBy(RenameArea.class)
    public record AreaRenamed(AreaId areaId, String name, @Nullable String otherName) implements AreaEvent {

        @Override
        public List<String> names() {
            return Texts.present(name, otherName);
        }
    }

    /** Closes an area: nobody answers for it any more, and no budget year counts on it. What was recorded of it stays. */
    @Ends
    @SeenBefore
    @IssuedBy({MM, MEM})
    public record CloseArea(@NotNull AreaId areaId,
            @NotBlank @Size(max = 20_000) String reason) implements AreaCommand {
    }

    /**
     * An area is closed from that day on.
     *
     * @param previousManagerId who was accountable until the day before; absent where nobody was
     */
    @StoredAs("people.area-closed")
    @CausedBy(CloseArea.class)
    public record AreaClosed(AreaId areaId, @Nullable PersonId previousManagerId,
            String reason) implements AreaEvent {

        @Override
        public List<Subject> subjects() {
            return previousManagerId == null
                    ? List.of(stream())
                    : List.of(stream(), Subject.of("manager", previousManagerId),
                            previousManagerId.subject());
        }
    }

    /** Makes a manager accountable for an area that has had nobody accountable yet. */
    @SeenBefore
    @IssuedBy({MM, MEM})
    public record AssignAccountableManager(@NotNull AreaId areaId, @NotNull PersonId managerId,
            @NotNull LocalDate from) implements AreaCommand {
    }

    @StoredAs("people.accountability-assigned")
    @CausedBy(AssignAccountableManager.class)
    public record AccountabilityAssigned(AreaId areaId, PersonId managerId,
            LocalDate from) implements AreaEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), Subject.of("manager", managerId), managerId.subject());
        }
    }

    /**
     * Hands an area on to another manager, without a gap.
     *
     * @param managerId who takes it
     * @param from      the first day on which they are accountable; the day of the hand-over unless given
     */
    @SeenBefore
    @IssuedBy({MM, MEM})
    public record HandOverAccountability(@NotNull AreaId areaId, @NotNull PersonId managerId,
            @Nullable LocalDate from) implements AreaCommand {
    }

    /**
     * Another manager is accountable from that day on.
     *
     * @param previousManagerId who was accountable until the day before
     */
    @StoredAs("people.accountability-handed-over")
    @CausedBy(HandOverAccountability.class)
    public record AccountabilityHandedOver(AreaId areaId, PersonId previousManagerId, PersonId managerId,
            LocalDate from) implements AreaEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), Subject.of("manager", managerId), managerId.subject(),
                    Subject.of("manager", previousManagerId), previousManagerId.subject());
        }
    }
}
