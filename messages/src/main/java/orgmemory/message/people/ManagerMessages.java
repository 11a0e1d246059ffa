// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Command.Ends;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** A person's appointment as a manager: a role, never a status. */
public final class ManagerMessages {

    private ManagerMessages() {
    }

    public sealed interface ManagerCommand extends Command {

        PersonId personId();

        @Override
        default Subject stream() {
            return Subject.of("manager", personId());
        }
    }

    public sealed interface ManagerEvent extends Event {

        PersonId personId();

        @Override
        default Subject stream() {
            return Subject.of("manager", personId());
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream(), personId().subject());
        }
    }

    /**
     * Appoints a person as a manager, from the day it occurred on.
     *
     * @param tenureStart      since when the person has managed here; not later than the appointment
     * @param timeSharePercent how much of the work time is for managing, 1 to 100
     */
    @IssuedBy({MM, MEM})
    public record AppointManager(@NotNull PersonId personId, @NotNull ManagerKind kind,
            @NotNull LocalDate tenureStart,
            @Min(1) @Max(100) int timeSharePercent) implements ManagerCommand {
    }

    @StoredAs("people.manager-appointed")
    @CausedBy(AppointManager.class)
    public record ManagerAppointed(PersonId personId, ManagerKind kind, LocalDate tenureStart,
            int timeSharePercent)
            implements
                ManagerEvent {
    }

    /** Ends an appointment: from the day it occurred on the person manages no more. Areas are handed over before. */
    @Ends
    @IssuedBy(MM)
    public record EndAppointment(@NotNull PersonId personId, @Nullable @Size(max = 20_000) String reason)
            implements
                ManagerCommand {
    }

    @StoredAs("people.appointment-ended")
    @CausedBy(EndAppointment.class)
    public record ManagerAppointmentEnded(PersonId personId, @Nullable String reason)
            implements
                ManagerEvent {
    }

    /**
     * A manager goes on leave and stays what they are; nobody is asked why. One leave ends before the next is told of.
     *
     * @param from  the first day; the day it happened where it is left out
     * @param until the last day; absent where nobody knows yet
     */
    @IssuedBy({MM, MEM, MGR})
    public record StartLeave(@NotNull PersonId personId, @Nullable LocalDate from, @Nullable LocalDate until)
            implements
                ManagerCommand {
    }

    @StoredAs("people.leave-started")
    @CausedBy(StartLeave.class)
    public record LeaveStarted(PersonId personId, LocalDate from, @Nullable LocalDate until)
            implements
                ManagerEvent {
    }

    /**
     * Ends a leave before its last day, or one that has none; also one that has not begun.
     *
     * @param from the first day that is no leave any more; the day it happened where it is left out
     */
    @IssuedBy({MM, MEM, MGR})
    public record EndLeave(@NotNull PersonId personId, @Nullable LocalDate from) implements ManagerCommand {
    }

    @StoredAs("people.leave-ended")
    @CausedBy(EndLeave.class)
    public record LeaveEnded(PersonId personId, LocalDate from) implements ManagerEvent {
    }
}
