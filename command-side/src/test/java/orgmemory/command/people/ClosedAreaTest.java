// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.Deciders;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.LineId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.AreaMessages.AreaCommand;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.CloseArea;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
import orgmemory.message.people.AreaMessages.RenameArea;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedAreaTest {

    private static final AreaId AREA = new AreaId("A");
    private static final PersonId D4 = new PersonId("D4");
    private static final BudgetYearId YEAR = new BudgetYearId("BY2017");

    private final World world = new World().on("2016-09-01").manager("D4").manager("D1").area("A");

    @Test
    void says_who_was_accountable_for_it_and_nobody_is_afterwards() {
        world.happened(new AccountabilityAssigned(AREA, D4, world.day())).on("2016-10-01");
        var closed = close();
        assertThat(closed).isEqualTo(new AreaClosed(AREA, D4, "merged"));
        world.happened(closed);

        assertThat(world.register().accountable(AREA, LocalDate.of(2016, 9, 30))).contains(D4);
        assertThat(world.register().accountable(AREA, world.day())).isEmpty();
        assertThat(world.register().accountableForAny(D4, world.day())).isFalse();
    }

    @Test
    void may_have_had_nobody_and_no_line_ever() {
        assertThat(close()).isEqualTo(new AreaClosed(AREA, null, "merged"));
        asks(close());
    }

    @Test
    void is_closed_once_where_it_is_there_and_not_before_its_last_fact() {
        Refused.with(UNKNOWN, "area.unknown", () -> decide(ResponsibilityArea.State.NONE,
                new CloseArea(new AreaId("B"), "merged"), world.importing()));
        world.on("2016-08-31");
        Refused.with("occurred-on.before-last-fact", this::close);
        world.on("2016-10-01").happened(close());
        Refused.with("area.closed", this::close);
    }

    @Test
    void is_not_closed_before_a_hand_over_that_was_agreed_on() {
        world.happened(new AccountabilityAssigned(AREA, D4, world.day()))
                .on("2016-10-01")
                .happened(new AccountabilityHandedOver(AREA, D4, new PersonId("D1"),
                        LocalDate.of(2016, 11, 1)));
        Refused.with("area.held-later", this::close);
        world.on("2016-11-01");

        assertThat(close().previousManagerId()).isEqualTo(new PersonId("D1"));
    }

    @Test
    void is_neither_renamed_nor_does_anybody_answer_for_it() {
        world.on("2016-10-01").happened(close()).on("2016-11-01");

        Refused.with("area.closed", () -> decide(new RenameArea(AREA, "Other", null), keeper()));
        Refused.with("area.closed",
                () -> decide(new AssignAccountableManager(AREA, D4, world.day()), keeper()));
        Refused.with("area.closed", () -> decide(new HandOverAccountability(AREA, D4, null), keeper()));
        assertThat(decide(new RenameArea(AREA, "Other", null), world.importing())).isNotNull();
    }

    @Test
    void is_not_closed_while_a_budget_year_counts_on_it() {
        world.happened(drafted()).on("2016-10-01");
        Refused.with("area.not-released", () -> asks(close()));
        world.happened(new AreaReleased(YEAR, AREA, null));
        asks(close());
        // Nor for a day on which the year had not released it yet.
        world.on("2016-09-30");
        Refused.with("area.not-released", () -> asks(close()));
    }

    @Test
    void gets_no_line_of_any_day() {
        world.on("2016-10-01").happened(close());
        Refused.with("area.closed", () -> asks(drafted()));
        world.on("2016-09-02");
        Refused.with("area.closed", () -> asks(drafted()));
    }

    /** Holds an event to what it asks of the register, as the append does. */
    private void asks(Event event) {
        Deciders.onClassPath()
                .rules(event, world.day())
                .forEach(rule -> rule.check(world.register()));
    }

    private static BudgetLineDrafted drafted() {
        return new BudgetLineDrafted(YEAR, new LineId("BY2017:A"), AREA, "line", 100, null);
    }

    private AreaClosed close() {
        return (AreaClosed) decide(new CloseArea(AREA, "merged"), keeper());
    }

    private DecisionContext keeper() {
        return world.who("MEM", MEM);
    }

    private AreaEvent decide(AreaCommand command, DecisionContext context) {
        return decide(world.state(ResponsibilityArea.State.NONE, ClosedAreaTest::evolve), command, context);
    }

    private static AreaEvent decide(ResponsibilityArea.State state, AreaCommand command,
            DecisionContext context) {
        return new ResponsibilityArea().decide(state, command, context).getFirst();
    }

    private static ResponsibilityArea.State evolve(ResponsibilityArea.State state, Event event,
            Envelope envelope) {
        return event instanceof AreaEvent area
                ? new ResponsibilityArea().evolve(state, area, envelope)
                : state;
    }
}
