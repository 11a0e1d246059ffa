// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static orgmemory.command.group.GroupFacts.ID;
import static orgmemory.command.group.GroupFacts.leave;
import static orgmemory.command.group.GroupFacts.person;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.Refused;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.LeadTurnMessages.GroupLeadRotated;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSkipped;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSwapped;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.LeadTurnMessages.SkipLeadTurn;
import orgmemory.message.group.LeadTurnMessages.SwapLeadTurn;
import orgmemory.message.people.ManagerMessages.LeaveStarted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupLeadTest {

    private final GroupFacts group = GroupFacts.active().on("2016-10-04");

    @Test
    void passes_to_who_has_led_least_recently_for_as_long_as_the_charter_says() {
        var first = group.decide(to("D1", null), "D2");

        assertThat(first).isEqualTo(
                new GroupLeadRotated(ID, null, person("D1"), null, LocalDate.of(2016, 12, 4)));
        assertThat(first.dues()).containsExactly(
                Due.on(LocalDate.of(2016, 12, 4), membership("D1"), "group.lead-turn"));
        group.happened("D2", first).on("2016-12-04");
        var second = group.decide(to("D2", null), "D1");
        assertThat(second.dues()).contains(Due.noMore(membership("D1"), "group.lead-turn"));
        Refused.with("group.leads-already", () -> group.decide(to("D1", null), "D2"));
        group.on("2016-10-03");
        Refused.with("occurred-on.before-last-fact", () -> group.decide(to("D2", null), "D1"));
    }

    @Test
    void passes_to_another_with_a_reason_alone() {
        Refused.with("group.departure-reason", () -> group.decide(to("D4", null), "D2"));
        assertThat(group.decide(to("D4", "D1 asked for it"), "D2"))
                .isInstanceOfSatisfying(GroupLeadRotated.class,
                        it -> assertThat(it.reason()).isEqualTo("D1 asked for it"));
    }

    @Test
    void passes_over_who_is_on_leave_and_comes_back_to_them() {
        group.happened("D1", new LeaveStarted(person("D1"), LocalDate.of(2016, 10, 1),
                LocalDate.of(2016, 10, 20)));

        Refused.with("group.departure-reason", () -> group.decide(to("D1", null), "D2"));
        group.does("D2", to("D2", null)).on("2016-10-21");
        assertThat(group.decide(to("D1", null), "D2")).isNotNull();
    }

    @Test
    void is_a_member_s_and_never_a_managers_manager_s() {
        group.does("MM1", MM, GroupFacts.join());
        Refused.with("group.lead-managers-manager", () -> group.decide(to("MM1", "x"), "D1"));
        Refused.with("group.lead-not-member", () -> group.decide(to("P8", "x"), "D1"));
        Refused.with(UNKNOWN, "person.unknown", () -> group.decide(to("NOBODY", "x"), "D1"));
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(to("D1", null), "P8"));

        group.world.role("D1", MM);
        Refused.with("group.lead-managers-manager", () -> group.decide(to("D1", "x"), "D2"));
        assertThat(group.decide(to("D2", null), "D2")).isNotNull();
    }

    @Test
    void ends_with_the_membership() {
        group.does("D1", to("D1", null));
        assertThat(group.decide(leave(), "D1").dues())
                .contains(Due.noMore(membership("D1"), "group.lead-turn"));
        group.does("D1", leave());

        assertThat(group.state().lead().present()).isNull();
        assertThat(group.decide(to("D2", null), "D2")).isEqualTo(
                new GroupLeadRotated(ID, null, person("D2"), null, LocalDate.of(2016, 12, 4)));
    }

    @Test
    void goes_to_whoever_offers_or_is_elected_where_the_charter_says_so() {
        group.agreed(LeadRotation.VOLUNTEER, Joining.OPEN);
        assertThat(group.decide(to("D4", null), "D4")).isNotNull();
        Refused.with("group.departure-reason", () -> group.decide(to("D4", null), "D1"));
        group.agreed(LeadRotation.ELECTED, Joining.OPEN);
        assertThat(group.decide(to("D4", null), "D1")).isNotNull();
        group.agreed(LeadRotation.NONE, Joining.OPEN);
        assertThat(group.decide(to("D4", null), "D1")).isNotNull();
        group.does("D1", to("D4", null));
        Refused.with("group.departure-reason", () -> group.decide(to("D1", null), "D1"));
    }

    @Test
    void turns_are_swapped_by_two_who_can_lead() {
        var swap = new SwapLeadTurn(ID, person("D1"), person("D4"), "D1 travels");
        assertThat(group.decide(swap, "D1")).isEqualTo(
                new LeadTurnSwapped(ID, person("D1"), person("D4"), "D1 travels"));
        group.does("D1", swap);
        Refused.with("group.departure-reason", () -> group.decide(to("D1", null), "D2"));
        group.does("D4", to("D4", null));

        Refused.with("group.swap-oneself",
                () -> group.decide(new SwapLeadTurn(ID, person("D1"), person("D1"), "x"), "D1"));
        Refused.with("group.lead-not-member",
                () -> group.decide(new SwapLeadTurn(ID, person("D1"), person("P8"), "x"), "D1"));
        group.agreed(LeadRotation.VOLUNTEER, Joining.OPEN);
        Refused.with("group.no-turns", () -> group.decide(swap, "D1"));
    }

    @Test
    void turns_are_skipped_once_and_come_again() {
        var skip = new SkipLeadTurn(ID, person("D1"), "No time in October");
        assertThat(group.decide(skip, "D1")).isEqualTo(
                new LeadTurnSkipped(ID, person("D1"), "No time in October"));
        group.does("D1", skip);
        Refused.with("group.skipped", () -> group.decide(skip, "D1"));
        group.does("D1", to("D2", null));

        assertThat(group.decide(to("D1", null), "D2")).isNotNull();
        group.agreed(LeadRotation.NONE, Joining.OPEN);
        Refused.with("group.no-turns", () -> group.decide(skip, "D1"));
    }

    private static RotateLead to(String person, @Nullable String reason) {
        return new RotateLead(ID, person(person), reason);
    }

    private static Subject membership(String person) {
        return Subject.of("membership/LG-1:" + person);
    }
}
