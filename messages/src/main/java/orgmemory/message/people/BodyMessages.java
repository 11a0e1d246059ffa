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

/** A committee, a ministry or another body on whose behalf something is recorded. Its name is not personal. */
public final class BodyMessages {

    private BodyMessages() {
    }

    public sealed interface BodyCommand extends RegistrationCommand {

        BodyId bodyId();

        @Override
        default Subject stream() {
            return bodyId().subject();
        }
    }

    public sealed interface BodyEvent extends RegistrationEvent {

        BodyId bodyId();

        @Override
        default Subject stream() {
            return bodyId().subject();
        }
    }

    /**
     * Makes a body known to the memory.
     *
     * @param otherName its name in the other language, Hebrew or English, where it has one
     */
    @IssuedBy(MEM)
    public record RegisterBody(@NewId BodyId bodyId, @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 300) String otherName) implements BodyCommand {

        public RegisterBody(BodyId bodyId, String name) {
            this(bodyId, name, null);
        }
    }

    @StoredAs(value = "people.body-registered", revision = 2)
    @CausedBy(RegisterBody.class)
    public record BodyRegistered(BodyId bodyId, String name,
            @Nullable String otherName) implements BodyEvent {

        public BodyRegistered(BodyId bodyId, String name) {
            this(bodyId, name, null);
        }

        @Override
        public List<String> names() {
            return Texts.present(name, otherName);
        }
    }
}
