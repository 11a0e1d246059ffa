// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.AreaRenamed;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.AreaMessages.RenameArea;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponsibilityAreaTest {

    private final World world = new World().on("2016-09-01").manager("D4").person("X").area("A");

    @Test
    void is_opened_once() {
        Refused.with(EXISTS, "area.exists", () -> ResponsibilityArea.open(state(),
                new OpenArea(new AreaId("A"), AreaType.DOMAIN, "Area")));
    }

    @Test
    void is_renamed_and_not_twice_to_the_same_name() {
        Refused.with(UNKNOWN, "area.unknown", () -> ResponsibilityArea.rename(ResponsibilityArea.State.NONE,
                new RenameArea(new AreaId("A"), "New", null), world.importing()));
        assertThat(rename("New")).isEqualTo(new AreaRenamed(new AreaId("A"), "New", null));
        world.happened(rename("New"));
        Refused.with("area.same-name", () -> rename("New"));
        var inBoth = new RenameArea(new AreaId("A"), "New", "חדש");
        assertThat(ResponsibilityArea.rename(state(), inBoth, world.who("MEM", MEM)).names())
                .containsExactly("New", "חדש");
        world.happened(rename("Newer")).on("2016-08-31");
        Refused.with("occurred-on.before-last-fact", () -> rename("Newest"));
    }

    private AreaRenamed rename(String name) {
        return ResponsibilityArea.rename(state(), new RenameArea(new AreaId("A"), name, null),
                world.who("MEM", MEM));
    }

    @Test
    void gets_an_accountable_manager() {
        assertThat(assign("D4", world.day(), world.who("MEM", MEM)))
                .isEqualTo(new AccountabilityAssigned(new AreaId("A"), new PersonId("D4"), world.day()));
    }

    @Test
    void has_one_accountable_manager() {
        world.manager("D1").happened(assign("D4", world.day(), world.who("MEM", MEM)));

        Refused.with("area.already-accountable", () -> assign("D1", world.day(), world.who("MEM", MEM)));
    }

    @Test
    void is_held_by_a_manager_of_that_day() {
        Refused.with("area.not-a-manager", () -> assign("X", world.day(), world.who("MEM", MEM)));
        Refused.with(UNKNOWN, "person.unknown", () -> assign("Y", world.day(), world.importing()));
    }

    @Test
    void is_held_from_no_day_before_it_was_assigned() {
        Refused.with("from.before-occurred-on",
                () -> assign("D4", world.day().minusDays(1), world.who("MEM", MEM)));
    }

    @Test
    void is_handed_over_by_whoever_is_accountable_to_another_manager() {
        Refused.with("area.nobody-accountable", () -> handOver("D4", null));
        world.manager("D1").happened(assign("D4", world.day(), world.who("MEM", MEM)));

        assertThat(handOver("D1", null)).isEqualTo(new AccountabilityHandedOver(new AreaId("A"),
                new PersonId("D4"), new PersonId("D1"), world.day()));
        Refused.with("area.same-manager", () -> handOver("D4", null));
        Refused.with("area.not-a-manager", () -> handOver("X", null));
    }

    @Test
    void is_handed_over_from_no_day_before_a_hand_over_that_was_agreed_on() {
        world.manager("D1").happened(assign("D4", world.day(), world.who("MEM", MEM)));
        world.happened(handOver("D1", world.day().plusDays(9)));
        world.manager("D2");

        Refused.with("area.handed-over-later", () -> handOver("D2", world.day().plusDays(8)));
        assertThat(handOver("D2", world.day().plusDays(9)).previousManagerId()).isEqualTo(new PersonId("D1"));
    }

    @Test
    void is_assigned_neither_before_it_exists_nor_before_it_opened() {
        Refused.with(UNKNOWN, "area.unknown", () -> ResponsibilityArea.assign(ResponsibilityArea.State.NONE,
                new AssignAccountableManager(new AreaId("B"), new PersonId("D4"), world.day()),
                world.importing()));
        var late = new World().on("2016-08-01").manager("D4").on("2016-09-01").area("A").on("2016-08-31");
        Refused.with("occurred-on.before-last-fact", () -> ResponsibilityArea.assign(
                late.state(ResponsibilityArea.State.NONE, ResponsibilityAreaTest::evolve),
                new AssignAccountableManager(new AreaId("A"), new PersonId("D4"), late.day()),
                late.who("MEM", MEM)));
    }

    @Test
    void that_is_imported_may_be_held_by_anybody_from_any_day() {
        assertThat(assign("X", LocalDate.of(2010, 1, 1), world.importing()).managerId())
                .isEqualTo(new PersonId("X"));
    }

    private AccountabilityAssigned assign(String manager, LocalDate from, DecisionContext context) {
        return ResponsibilityArea.assign(state(),
                new AssignAccountableManager(new AreaId("A"), new PersonId(manager), from), context);
    }

    private AccountabilityHandedOver handOver(String manager, @Nullable LocalDate from) {
        return ResponsibilityArea.handOver(state(),
                new HandOverAccountability(new AreaId("A"), new PersonId(manager), from),
                world.who("MEM", MEM));
    }

    private ResponsibilityArea.State state() {
        return world.state(ResponsibilityArea.State.NONE, ResponsibilityAreaTest::evolve);
    }

    private static ResponsibilityArea.State evolve(ResponsibilityArea.State state,
            Event event, Envelope envelope) {
        return event instanceof AreaEvent area
                ? new ResponsibilityArea().evolve(state, area, envelope)
                : state;
    }
}
