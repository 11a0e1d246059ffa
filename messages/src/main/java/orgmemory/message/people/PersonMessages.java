// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.SYS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import orgmemory.message.people.RegistrationMessages.RegistrationCommand;
import orgmemory.message.people.RegistrationMessages.RegistrationEvent;

/** A person. Names of people stand here and nowhere else. */
public final class PersonMessages {

    private PersonMessages() {
    }

    public sealed interface PersonCommand extends RegistrationCommand {

        PersonId personId();

        @Override
        default Subject stream() {
            return personId().subject();
        }
    }

    public sealed interface PersonEvent extends RegistrationEvent {

        PersonId personId();

        @Override
        default Subject stream() {
            return personId().subject();
        }
    }

    /**
     * Makes a person known to the memory.
     *
     * @param name      as the person writes it
     * @param latinName the name in Latin letters, where it differs
     */
    @IssuedBy({MEM, SYS})
    public record RegisterPerson(@NewId PersonId personId, @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 300) String latinName) implements PersonCommand {
    }

    @StoredAs("people.person-registered")
    @CausedBy(RegisterPerson.class)
    public record PersonRegistered(PersonId personId, String name, @Nullable String latinName)
            implements
                PersonEvent {

        @Override
        public List<String> names() {
            return latinName == null ? List.of(name) : List.of(name, latinName);
        }
    }
}
