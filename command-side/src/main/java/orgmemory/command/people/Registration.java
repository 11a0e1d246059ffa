// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.Decider;
import orgmemory.command.register.RegisterEntry;
import orgmemory.message.Envelope;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.BodyMessages.RegisterBody;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import orgmemory.message.people.RegistrationMessages.RegistrationCommand;
import orgmemory.message.people.RegistrationMessages.RegistrationEvent;
import org.jspecify.annotations.Nullable;

/** The institute, a person or a body is made known once. */
public final class Registration
        implements
            Decider<Registration.State, RegistrationCommand, RegistrationEvent> {

    /** Nothing but whether, and since which day, it is known. */
    public record State(@Nullable LocalDate registeredOn) {

        static final State NONE = new State(null);
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<RegistrationEvent> decide(State state, RegistrationCommand command, DecisionContext context) {
        if (state.registeredOn != null) {
            throw DecisionContext.exists(command.stream());
        }
        return List.of(switch (command) {
            case RegisterInstitute register ->
                new InstituteRegistered(register.instituteId(), register.name(),
                        register.otherName());
            case RegisterPerson register ->
                new PersonRegistered(register.personId(), register.name(), register.latinName());
            case RegisterBody register ->
                new BodyRegistered(register.bodyId(), register.name(), register.otherName());
        });
    }

    /** There is one institute, and nobody asks whether it exists. */
    @Override
    public List<RegisterEntry> registers(RegistrationEvent event, LocalDate day) {
        return switch (event) {
            case InstituteRegistered _ -> List.of();
            case PersonRegistered person -> List.of(RegisterEntry.exists(person.personId(), day));
            case BodyRegistered body -> List.of(RegisterEntry.exists(body.bodyId(), day));
        };
    }

    @Override
    public State evolve(State state, RegistrationEvent event, Envelope envelope) {
        return new State(envelope.occurredOn());
    }
}
