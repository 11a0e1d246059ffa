// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import java.util.List;
import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.people.BodyMessages.BodyCommand;
import orgmemory.message.people.BodyMessages.BodyEvent;
import orgmemory.message.people.InstituteMessages.InstituteCommand;
import orgmemory.message.people.InstituteMessages.InstituteEvent;
import orgmemory.message.people.PersonMessages.PersonCommand;
import orgmemory.message.people.PersonMessages.PersonEvent;

/** Whom the memory knows by name: the institute, its people, and bodies. */
public final class RegistrationMessages {

    private RegistrationMessages() {
    }

    public sealed interface RegistrationCommand extends Command
            permits
            InstituteCommand,
            PersonCommand,
            BodyCommand {
    }

    public sealed interface RegistrationEvent extends Event permits InstituteEvent, PersonEvent, BodyEvent {

        @Override
        default List<Subject> subjects() {
            return List.of(stream());
        }
    }
}
