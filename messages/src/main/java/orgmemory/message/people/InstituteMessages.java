// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;

import org.jspecify.annotations.Nullable;
import orgmemory.message.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.people.RegistrationMessages.RegistrationCommand;
import orgmemory.message.people.RegistrationMessages.RegistrationEvent;

/** The institute itself. One service remembers one institute. */
public final class InstituteMessages {

    private InstituteMessages() {
    }

    public sealed interface InstituteCommand extends RegistrationCommand {

        InstituteId instituteId();

        @Override
        default Subject stream() {
            return instituteId().subject();
        }
    }

    public sealed interface InstituteEvent extends RegistrationEvent {

        InstituteId instituteId();

        @Override
        default Subject stream() {
            return instituteId().subject();
        }
    }

    /**
     * Says whose memory it is.
     *
     * @param otherName the institute's name in the other language, Hebrew or English, where it has one
     */
    @IssuedBy(MEM)
    public record RegisterInstitute(@NewId InstituteId instituteId, @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 300) String otherName) implements InstituteCommand {

        public RegisterInstitute(InstituteId instituteId, String name) {
            this(instituteId, name, null);
        }
    }

    @StoredAs(value = "people.institute-registered", revision = 2)
    @CausedBy(RegisterInstitute.class)
    public record InstituteRegistered(InstituteId instituteId, String name, @Nullable String otherName)
            implements
                InstituteEvent {

        public InstituteRegistered(InstituteId instituteId, String name) {
            this(instituteId, name, null);
        }

        @Override
        public List<String> names() {
            return Texts.present(name, otherName);
        }

        /** There is one institute: whatever its id, it takes the same place. */
        @Override
        public List<Subject> claims() {
            return List.of(Subject.of("only", "institute"));
        }
    }
}
