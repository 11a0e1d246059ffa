// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Rejected;
import orgmemory.message.people.ManagerMessages.EndLeave;
import orgmemory.message.people.ManagerMessages.LeaveEnded;
import orgmemory.message.people.ManagerMessages.LeaveStarted;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.ManagerMessages.ManagerCommand;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import orgmemory.message.people.ManagerMessages.StartLeave;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A manager's leave: from which day until which, told by whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaveTest {

    private static final PersonId D4 = new PersonId("D4");

    private final World world = new World().on("2016-09-01").manager("D4").on("2016-10-01");

    @Test
    void begins_on_the_day_it_happened_unless_another_is_said() {
        assertThat(started(null, null)).isEqualTo(new LeaveStarted(D4, day("2016-10-01"), null));
        assertThat(started("2016-11-01", "2016-11-20"))
                .isEqualTo(new LeaveStarted(D4, day("2016-11-01"), day("2016-11-20")));
        assertThat(started("2016-11-01", "2016-11-01")).isNotNull();
    }

    @Test
    void is_told_by_oneself_by_managers_of_managers_and_by_keepers() {
        for (var who : List.of(world.who("D4", MGR), world.who("X", MM), world.who("X", MEM))) {
            assertThat(decide(new StartLeave(D4, null, null), who)).isInstanceOf(LeaveStarted.class);
        }
        Refused.with(Rejected.Kind.NOT_ALLOWED, "leave.not-own",
                () -> decide(new StartLeave(D4, null, null), world.who("D1", MGR)));
        onLeave("2016-10-01", null);
        Refused.with(Rejected.Kind.NOT_ALLOWED, "leave.not-own",
                () -> decide(new EndLeave(D4, null), world.who("D1", MGR)));
    }

    @Test
    void needs_an_open_appointment() {
        world.person("X");
        Refused.with("manager.not-appointed",
                () -> decide(new StartLeave(new PersonId("X"), null, null), world.who("MM", MM),
                        Manager.State.NONE));
        Refused.with(UNKNOWN, "person.unknown",
                () -> decide(new StartLeave(new PersonId("Y"), null, null), world.who("MM", MM),
                        Manager.State.NONE));
        world.happened(new ManagerAppointmentEnded(D4, null));
        Refused.with("manager.not-appointed", () -> started(null, null));
        Refused.with("manager.not-appointed", () -> ended(null));
    }

    @Test
    void is_one_at_a_time() {
        onLeave("2016-11-01", "2016-11-20");
        Refused.with("leave.open", () -> started("2016-12-01", null));
        Refused.with("leave.open", () -> started("2016-11-20", null));

        world.on("2016-11-20");
        Refused.with("leave.open", () -> started("2016-12-01", null));
        world.on("2016-11-21");
        assertThat(started(null, null)).isNotNull();
    }

    @Test
    void without_a_last_day_goes_on_until_it_is_ended() {
        onLeave("2016-10-01", null);
        world.on("2017-01-01");
        Refused.with("leave.open", () -> started(null, null));
        assertThat(ended(null)).isEqualTo(new LeaveEnded(D4, day("2017-01-01")));

        world.happened(new LeaveEnded(D4, day("2017-01-01")));
        Refused.with("leave.none-to-end", () -> ended(null));
        assertThat(started(null, null)).isNotNull();
    }

    @Test
    void ends_before_its_last_day_or_before_it_begins_but_not_afterwards() {
        onLeave("2016-11-01", "2016-11-20");
        assertThat(ended("2016-11-20")).isEqualTo(new LeaveEnded(D4, day("2016-11-20")));
        assertThat(ended(null)).isEqualTo(new LeaveEnded(D4, day("2016-10-01")));
        Refused.with("leave.none-to-end", () -> ended("2016-11-21"));
    }

    @Test
    void has_a_start_to_be_ended() {
        Refused.with("leave.none-to-end", () -> ended(null));
    }

    @Test
    void does_not_end_before_it_begins_not_even_by_a_correction() {
        Refused.with("leave.until-before-from", () -> started("2016-11-02", "2016-11-01"));
        Refused.with("leave.until-before-from", () -> started(null, "2016-09-30"));
        Refused.with("leave.until-before-from",
                () -> decide(new StartLeave(D4, day("2016-11-02"), day("2016-11-01")), world.importing()));
        Refused.with("leave.until-before-from", () -> new Manager().mayReplace(null,
                new LeaveStarted(D4, day("2016-11-02"), day("2016-11-01")), List.of(),
                world.who("MEM", MEM)));
    }

    @Test
    void is_told_in_order_and_never_of_days_before_it_was_told() {
        Refused.with("from.before-occurred-on", () -> started("2016-09-30", null));
        onLeave("2016-10-01", null);
        Refused.with("from.before-occurred-on", () -> ended("2016-09-30"));
        world.on("2016-09-15");
        Refused.with("occurred-on.before-last-fact", () -> ended(null));
    }

    @Test
    void that_is_imported_is_spared_the_rules() {
        onLeave("2016-10-01", null);
        assertThat(decide(new StartLeave(D4, null, null), world.importing())).isNotNull();
    }

    @Test
    void is_known_to_the_register_on_its_days() {
        onLeave("2016-11-01", "2016-11-20");
        world.on("2016-12-01");
        onLeave("2016-12-01", null);
        assertThat(List.of("2016-10-31", "2016-11-21", "2016-11-30")).noneMatch(this::isOnLeave);
        assertThat(List.of("2016-11-01", "2016-11-20", "2016-12-01", "2017-06-01"))
                .allMatch(this::isOnLeave);

        world.on("2016-12-05").happened(new LeaveEnded(D4, day("2016-12-10")));
        assertThat(isOnLeave("2016-12-09")).isTrue();
        assertThat(isOnLeave("2016-12-10")).isFalse();
    }

    @Test
    void ends_with_the_appointment() {
        onLeave("2016-11-01", null);
        world.on("2016-11-10").happened(new ManagerAppointmentEnded(D4, null));
        assertThat(isOnLeave("2016-11-09")).isTrue();
        assertThat(isOnLeave("2016-11-10")).isFalse();

        world.on("2016-12-01").manager("D4");
        assertThat(isOnLeave("2016-12-01")).isFalse();
        assertThat(started(null, null)).isNotNull();
    }

    private void onLeave(String from, @Nullable String until) {
        world.happened(new LeaveStarted(D4, day(from), until == null ? null : day(until)));
    }

    private boolean isOnLeave(String day) {
        return world.register().onLeave(D4, day(day));
    }

    private ManagerEvent started(@Nullable String from, @Nullable String until) {
        return decide(new StartLeave(D4, from == null ? null : day(from), until == null ? null : day(until)),
                world.who("D4", MGR));
    }

    private ManagerEvent ended(@Nullable String from) {
        return decide(new EndLeave(D4, from == null ? null : day(from)), world.who("D4", MGR));
    }

    private ManagerEvent decide(ManagerCommand command, DecisionContext context) {
        return decide(command, context,
                world.state(Manager.State.NONE,
                        (state, event, envelope) -> event instanceof ManagerEvent manager
                                ? new Manager().evolve(state, manager, envelope)
                                : state));
    }

    private static ManagerEvent decide(ManagerCommand command, DecisionContext context, Manager.State state) {
        return new Manager().decide(state, command, context).getFirst();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
