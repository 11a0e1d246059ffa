// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.Rejected.Kind.EXISTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.Refused;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.BodyMessages.RegisterBody;
import orgmemory.message.people.InstituteId;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import orgmemory.message.people.RegistrationMessages.RegistrationCommand;
import orgmemory.message.people.RegistrationMessages.RegistrationEvent;
import orgmemory.command.World;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownOnceTest {

    private static final LocalDate DAY = LocalDate.of(2016, 9, 1);

    private final World world = new World();

    @Test
    void a_person_is_registered_once() {
        var command = new RegisterPerson(new PersonId("D4"), "ראמי ח'ורי", "Rami Khoury");

        assertThat(decide(Registration.State.NONE, command))
                .isEqualTo(new PersonRegistered(new PersonId("D4"), "ראמי ח'ורי", "Rami Khoury"));
        Refused.with(EXISTS, "person.exists", () -> decide(new Registration.State(DAY), command));
    }

    @Test
    void a_body_is_registered_once() {
        var command = new RegisterBody(new BodyId("finance"), "Finance committee");

        assertThat(decide(Registration.State.NONE, command))
                .isEqualTo(new BodyRegistered(new BodyId("finance"), "Finance committee"));
        Refused.with(EXISTS, "body.exists", () -> decide(new Registration.State(DAY), command));
    }

    @Test
    void the_institute_is_registered_once() {
        var command = new RegisterInstitute(new InstituteId("institute"), "The institute");

        assertThat(decide(Registration.State.NONE, command))
                .isEqualTo(new InstituteRegistered(new InstituteId("institute"), "The institute"));
        Refused.with(EXISTS, "institute.exists",
                () -> decide(new Registration.State(DAY), command));
    }

    @Test
    void an_institute_of_another_id_claims_the_same_place() {
        assertThat(new InstituteRegistered(new InstituteId("a"), "A").claims())
                .isEqualTo(new InstituteRegistered(new InstituteId("b"), "B").claims())
                .hasSize(1);
    }

    private RegistrationEvent decide(Registration.State state, RegistrationCommand command) {
        return new Registration().decide(state, command, world.importing()).getFirst();
    }
}
