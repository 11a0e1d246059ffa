// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;

/** The institute itself. One service remembers one institute. */
public final class InstituteMessages {

    private InstituteMessages() {
    }

    public sealed interface InstituteCommand extends Command {

        InstituteId instituteId();

        @Override
        default Subject stream() {
            return instituteId().subject();
        }
    }

    public sealed interface InstituteEvent extends Event {

        InstituteId instituteId();

        @Override
        default Subject stream() {
            return instituteId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream());
        }
    }

    @IssuedBy(MEM)
    public record RegisterInstitute(@NewId InstituteId instituteId, @NotBlank @Size(max = 300) String name)
            implements
                InstituteCommand {
    }

    @StoredAs("people.institute-registered")
    public record InstituteRegistered(InstituteId instituteId, String name) implements InstituteEvent {

        @Override
        public List<String> names() {
            return List.of(name);
        }

        /** There is one institute: whatever its id, it takes the same place. */
        @Override
        public List<Subject> claims() {
            return List.of(Subject.of("only", "institute"));
        }
    }
}
