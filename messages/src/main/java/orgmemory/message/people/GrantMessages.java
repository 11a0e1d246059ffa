// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.SYS;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Capacity;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Command.Ends;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** Which roles a person has been granted, from when until when. */
public final class GrantMessages {

    private GrantMessages() {
    }

    public sealed interface GrantCommand extends Command {

        PersonId personId();

        @Override
        default Subject stream() {
            return Subject.of("access-grant", personId());
        }
    }

    public sealed interface GrantEvent extends Event {

        PersonId personId();

        @Override
        default Subject stream() {
            return Subject.of("access-grant", personId());
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream(), personId().subject());
        }
    }

    /**
     * Grants a role to somebody else.
     *
     * @param from  its first day; the day of the grant unless given
     * @param until its last day; without end unless given
     */
    @IssuedBy({MEM, SYS})
    public record GrantRole(@NotNull PersonId personId, @NotNull Capacity role, @Nullable LocalDate from,
            @Nullable LocalDate until) implements GrantCommand {
    }

    @StoredAs("people.role-granted")
    @CausedBy(GrantRole.class)
    public record RoleGranted(PersonId personId, Capacity role, LocalDate from, @Nullable LocalDate until)
            implements
                GrantEvent {
    }

    /**
     * Takes a role from who holds it, or is to hold it. Two memory keepers are left on any day.
     *
     * @param from the first day on which it is held no more; the day of the revocation unless given
     */
    @Ends
    @IssuedBy(MEM)
    public record RevokeRole(@NotNull PersonId personId, @NotNull Capacity role, @Nullable LocalDate from,
            @Nullable @Size(max = 20_000) String reason) implements GrantCommand {
    }

    @StoredAs("people.role-revoked")
    @CausedBy(RevokeRole.class)
    public record RoleRevoked(PersonId personId, Capacity role, LocalDate from, @Nullable String reason)
            implements
                GrantEvent {
    }
}
