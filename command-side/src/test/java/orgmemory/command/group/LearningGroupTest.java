// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static orgmemory.command.group.GroupFacts.ID;
import static orgmemory.command.group.GroupFacts.charter;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.message.Due;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.message.group.GroupMessages.Rhythm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningGroupTest {

    private static final ProposeLearningGroup PROPOSE = new ProposeLearningGroup(ID, "Leading a team",
            "Many lead one", Rhythm.MONTHLY);

    @Test
    void is_proposed_once_and_lapses_where_too_few_join() {
        var group = new GroupFacts();
        var proposed = group.decide(PROPOSE, "D1");

        assertThat(proposed).isEqualTo(new LearningGroupProposed(ID, "Leading a team", "Many lead one",
                Rhythm.MONTHLY, group.lapses()));
        assertThat(proposed.dues()).containsExactly(Due.on(group.lapses(), ID.subject(), "group.lapse"));
        Refused.with(EXISTS, "group.exists", () -> GroupFacts.proposed().decide(PROPOSE, "D1"));
        assertThat(GroupFacts.proposed().world.register().exists(ID.subject(), group.world.day())).isTrue();
    }

    @Test
    void is_proposed_by_keepers_where_it_is_past() {
        var group = new GroupFacts();
        assertThat(group.decide(PROPOSE, group.world.who("X", MEM))).isNotNull();
        group.world.on(World.TODAY.toString());
        Refused.with(NOT_ALLOWED, "group.keeper-past",
                () -> group.decide(PROPOSE, group.world.who("X", MEM)));
    }

    @Test
    void agrees_how_it_manages_itself_as_often_as_its_members_want() {
        var group = GroupFacts.three();
        var command = charter(LeadRotation.VOLUNTEER, Joining.BY_CONSENT);

        assertThat(group.decide(command, "D4")).isEqualTo(new GroupCharterAgreed(ID, "We listen.",
                GroupMethod.CONSENT, LeadRotation.VOLUNTEER, 2, Joining.BY_CONSENT));
        group.does("D4", command).on("2016-10-01");
        Refused.with("occurred-on.before-last-fact", () -> group.decide(command, group.world.who("X", MEM)));
        group.on("2016-10-02").does("D2", charter(LeadRotation.NONE, Joining.OPEN));
        assertThat(group.state().charter())
                .isEqualTo(new GroupState.Charter(LeadRotation.NONE, 2, Joining.OPEN));
    }

    @Test
    void is_its_members_affair_whatever_they_manage() {
        var group = GroupFacts.three();
        var command = charter(LeadRotation.NONE, Joining.OPEN);
        group.does("MM1", MM, GroupFacts.join());

        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(command, "P8"));
        Refused.with(NOT_ALLOWED, "group.not-member",
                () -> group.decide(command, group.world.who("MM1", MGR)));
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(new ActivateGroup(ID), "P8"));
        assertThat(group.decide(command, group.world.who("X", MEM))).isNotNull();
        group.on("2016-10-01");
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(command, "D4"));
    }

    @Test
    void begins_with_three_members_once() {
        var two = GroupFacts.proposed().joined("D1", "D2").does("MM1", MM, GroupFacts.join());
        Refused.with("group.too-few", () -> two.decide(new ActivateGroup(ID), "D1"));

        var group = GroupFacts.three();
        assertThat(group.decide(new ActivateGroup(ID), "D1")).isEqualTo(new GroupActivated(ID));
        group.does("D1", new ActivateGroup(ID));
        Refused.with("group.active", () -> group.decide(new ActivateGroup(ID), "D1"));
        assertThat(group.state().stage()).isEqualTo(Stage.ACTIVE);
    }

    @Test
    void has_three_members_on_the_very_day_on_which_it_begins() {
        var late = GroupFacts.proposed().joined("D1", "D2").on("2016-10-09").joined("D4").on("2016-10-05");

        Refused.with("group.too-few", () -> late.decide(new ActivateGroup(ID), "D1"));
    }

    @Test
    void takes_any_order_of_its_facts() {
        var facts = GroupFacts.active().does("D2", GroupFacts.leave()).world.facts();
        var state = GroupState.NONE;
        for (var fact : facts.reversed()) {
            if (fact.event() instanceof GroupEvent event) {
                state = new LearningGroup().evolve(state, event, fact.envelope());
            }
        }

        assertThat(state.stage()).isEqualTo(Stage.ACTIVE);
        assertThat(state.members().people()).hasSize(3);
    }

    @Test
    void that_is_not_there_has_no_charter() {
        Refused.with(UNKNOWN, "group.unknown",
                () -> new GroupFacts().decide(charter(LeadRotation.NONE, Joining.OPEN), "D1"));
    }
}
