// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static orgmemory.command.group.GroupFacts.ID;
import static orgmemory.command.group.GroupFacts.join;
import static orgmemory.command.group.GroupFacts.leave;
import static orgmemory.command.group.GroupFacts.person;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.Capacity;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.StageMessages.StageRecorded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupMembershipTest {

    private final GroupFacts group = GroupFacts.proposed();

    @Test
    void begins_by_joining_once() {
        assertThat(group.decide(join(), "D2")).isEqualTo(
                new LearningGroupJoined(ID, person("D2"), "To learn", false, group.lapses()));
        group.joined("D2");

        Refused.with("group.member", () -> group.decide(join(), "D2"));
        Refused.with("group.member", () -> group.decide(
                new JoinLearningGroup(ID, "Again", person("D2")), group.world.importing()));
        assertThat(group.state().stage()).isEqualTo(GroupState.Stage.FORMING);
    }

    @Test
    void is_for_who_manages_that_day() {
        Refused.with(NOT_ALLOWED, "group.not-manager", () -> group.decide(join(), "X"));
        group.on("2016-08-31");
        Refused.with("occurred-on.before-whole", () -> group.decide(join(), "D2"));
    }

    @Test
    void is_for_partners_from_the_third_stage_on() {
        group.world.on("2016-09-01").role("X", Capacity.PAR);
        group.on("2016-10-02")
                .happened("MEM", new StageRecorded(DevelopmentStage.LEARNING_AND_INFLUENCING, null));
        Refused.with(NOT_ALLOWED, "group.not-manager", () -> group.decide(join(), "X"));

        group.on("2016-10-03").happened("MEM", new StageRecorded(DevelopmentStage.SELF_MANAGED_GROUPS, null));
        assertThat(group.decide(join(), "X")).isInstanceOf(LearningGroupJoined.class);
        group.on("2016-10-02");
        Refused.with(NOT_ALLOWED, "group.not-manager", () -> group.decide(join(), "X"));
    }

    @Test
    void of_managers_managers_is_that_of_guests_who_do_not_count() {
        assertThat(group.decide(join(), group.world.who("MM1", MM))).isEqualTo(
                new LearningGroupJoined(ID, person("MM1"), "To learn", true, group.lapses()));
        group.joined("D1", "D2").does("MM1", MM, join());

        assertThat(group.state().members().count(LocalDate.MAX)).isEqualTo(2);
        assertThat(group.state().lead().turns().line()).containsExactly(person("D1"), person("D2"));
        assertThat(group.world.register().memberships(person("MM1"), group.world.day())).isEmpty();
        assertThat(group.world.register().memberships(person("D1"), group.world.day()))
                .containsExactly(ID.subject());
    }

    @Test
    void ends_by_leaving_without_a_reason_and_can_begin_again() {
        group.on("2016-10-05").joined("D1");
        assertThat(group.decide(leave(), "D1")).isEqualTo(
                new GroupLeft(ID, person("D1"), null, group.lapses()));
        group.on("2016-10-04");
        Refused.with("occurred-on.before-last-fact", () -> group.decide(leave(), "D1"));
        group.on("2016-10-06").does("D1", leave());
        Refused.with("group.not-inside", () -> group.decide(leave(), "D1"));
        assertThat(group.world.register().memberships(person("D1"), group.world.day())).isEmpty();

        group.joined("D1");
        assertThat(group.state().members().isMember(person("D1").subject(), group.world.day())).isTrue();
        assertThat(group.state().members().isMember(person("D1").subject(), LocalDate.of(2016, 10, 5)))
                .isFalse();
    }

    @Test
    void is_nobody_else_s_to_say_but_a_keeper_s_who_records_the_past_and_the_memory_s() {
        var joins = new JoinLearningGroup(ID, "To learn", person("D2"));
        var leaves = new EndGroupMembership(ID, person("D2"), null);
        Refused.with(NOT_ALLOWED, "group.for-others", () -> group.decide(joins, "D1"));
        assertThat(group.decide(joins, "D2")).isEqualTo(group.decide(join(), "D2"));
        assertThat(group.decide(joins, group.world.who("X", MEM))).isEqualTo(group.decide(join(), "D2"));
        Refused.with(UNKNOWN, "person.unknown", () -> group.decide(
                new JoinLearningGroup(ID, "x", person("NOBODY")), group.world.who("X", MEM)));

        group.joined("D2");
        assertThat(group.decide(leaves, group.world.who("memory", SYS))).isNotNull();
        group.world.on(World.TODAY.toString());
        Refused.with(NOT_ALLOWED, "group.keeper-past",
                () -> group.decide(leaves, group.world.who("X", MEM)));
    }

    @Test
    void of_three_puts_an_end_to_lapsing_and_of_fewer_begins_it_anew() {
        group.joined("D1", "D2");
        assertThat(group.decide(join(), "D4").dues()).containsExactly(
                Due.noMore(ID.subject(), "group.lapse"),
                Due.noMore(Subject.of("membership/LG-1:D4"), "group.admission"));
        group.joined("D4");
        assertThat(group.state().members().lapsesOn()).isNull();

        assertThat(group.decide(leave(), "D1").dues()).contains(
                Due.on(group.lapses(), ID.subject(), "group.lapse"));
        group.joined("P8");
        assertThat(group.decide(leave(), "D1").dues()).contains(
                Due.noMore(ID.subject(), "group.lapse"));
    }

    @Test
    void puts_no_lapse_off_that_stands_already() {
        var stands = LocalDate.of(2016, 11, 30);
        group.happened("D1", new LearningGroupJoined(ID, person("D1"), "x", false, stands));

        assertThat(((LearningGroupJoined) group.decide(join(), "D2")).lapsesOn()).isEqualTo(stands);
        assertThat(((GroupLeft) group.decide(leave(), "D1")).lapsesOn()).isEqualTo(stands);
    }

    @Test
    void needs_a_group() {
        Refused.with(UNKNOWN, "group.unknown",
                () -> new GroupFacts().decide(join(), group.world.who("D1", MGR)));
    }
}
