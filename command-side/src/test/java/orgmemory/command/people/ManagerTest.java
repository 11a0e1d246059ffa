// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManagerTest {

    private final World world = new World().on("2016-09-01").person("D4");

    @Test
    void is_appointed() {
        assertThat(appoint(world.day(), world.who("MEM", MEM)))
                .isEqualTo(new ManagerAppointed(new PersonId("D4"), ManagerKind.DOMAIN, world.day(), 60));
    }

    @Test
    void has_one_open_appointment() {
        world.manager("D4");

        Refused.with("manager.already-appointed", () -> appoint(world.day(), world.who("MEM", MEM)));
    }

    @Test
    void does_not_begin_after_the_appointment() {
        Refused.with("manager.tenure-after-appointment",
                () -> appoint(world.day().plusDays(1), world.who("MEM", MEM)));
    }

    @Test
    void is_a_person_known_on_that_day() {
        world.on("2016-08-31");

        Refused.with(UNKNOWN, "person.unknown", () -> appoint(world.day(), world.who("MEM", MEM)));
    }

    @Test
    void that_is_imported_need_only_be_a_person() {
        world.on("2009-09-01");
        assertThat(appoint(world.day().plusYears(1), world.importing()).personId())
                .isEqualTo(new PersonId("D4"));

        Refused.with(UNKNOWN, "person.unknown", () -> Manager.appoint(Manager.State.NONE,
                new AppointManager(new PersonId("X"), ManagerKind.DOMAIN, world.day(), 60),
                world.importing()));
    }

    @Test
    void ends_the_appointment_only_where_nothing_is_left_to_answer_for() {
        world.manager("D4").on("2016-10-01").accountable("D1").on("2016-11-01");
        asks(new ManagerAppointmentEnded(new PersonId("D4"), null));

        Refused.with("manager.still-accountable",
                () -> asks(new ManagerAppointmentEnded(new PersonId("D1"), null)));
    }

    /** Holds the event to what it asks of the register, as the append does. */
    private void asks(ManagerAppointmentEnded ended) {
        var rules = new Manager().rules(ended, world.day());
        assertThat(rules).isNotEmpty();
        rules.forEach(rule -> rule.check(world.register()));
    }

    private ManagerAppointed appoint(LocalDate tenureStart, DecisionContext context) {
        return Manager.appoint(
                world.state(Manager.State.NONE,
                        (state, event, envelope) -> event instanceof ManagerAppointed appointed
                                ? new Manager().evolve(state, appointed, envelope)
                                : state),
                new AppointManager(new PersonId("D4"), ManagerKind.DOMAIN, tenureStart, 60), context);
    }
}
