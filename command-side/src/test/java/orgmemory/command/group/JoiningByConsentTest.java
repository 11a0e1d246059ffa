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
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.MembershipMessages.AdmitToGroup;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.JoiningObjected;
import orgmemory.message.group.MembershipMessages.JoiningObjectionWithdrawn;
import orgmemory.message.group.MembershipMessages.JoiningWithdrawn;
import orgmemory.message.group.MembershipMessages.LearningGroupJoinRequested;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.group.MembershipMessages.ObjectToJoining;
import orgmemory.message.group.MembershipMessages.WithdrawJoiningObjection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JoiningByConsentTest {

    private static final Subject MEMBERSHIP = Subject.of("membership/LG-1:P8");
    private static final LocalDate BY = World.TODAY.plusDays(7);
    private static final ObjectToJoining OBJECT = new ObjectToJoining(ID, person("P8"), null);
    private static final WithdrawJoiningObjection WITHDRAW = new WithdrawJoiningObjection(ID, person("P8"));
    private static final AdmitToGroup ADMIT = new AdmitToGroup(ID, person("P8"));

    private final GroupFacts group = GroupFacts.three()
            .agreed(LeadRotation.ROUND_ROBIN, Joining.BY_CONSENT)
            .on("2016-10-05");

    @Test
    void begins_with_a_wish_of_which_the_members_have_a_week_to_think() {
        var asked = group.decide(join(), "P8");

        assertThat(asked).isEqualTo(new LearningGroupJoinRequested(ID, person("P8"), "To learn", false, BY));
        assertThat(asked.dues()).containsExactly(Due.on(BY, MEMBERSHIP, "group.admission"));
        group.happened("P8", asked);
        Refused.with("group.requested", () -> group.decide(join(), "P8"));
        assertThat(group.world.register().memberships(person("P8"), group.world.day())).isEmpty();
    }

    @Test
    void admits_who_wished_to_once_nobody_objects() {
        group.joined("P8");

        assertThat(group.all(ADMIT, group.world.who("memory", SYS))).containsExactly(
                new LearningGroupJoined(ID, person("P8"), "To learn", false, null));
        group.does("memory", SYS, ADMIT);
        assertThat(group.all(ADMIT, group.world.who("memory", SYS))).isEmpty();
        assertThat(group.state().members().requests()).isEmpty();
    }

    @Test
    void waits_while_a_member_objects_and_no_reason_is_needed() {
        group.joined("P8");
        var objected = group.decide(OBJECT, "D2");

        assertThat(objected).isEqualTo(new JoiningObjected(ID, person("P8"), null));
        assertThat(objected.dues()).containsExactly(Due.noMore(MEMBERSHIP, "group.admission"));
        group.does("D2", OBJECT).does("D4", OBJECT);
        Refused.with("group.objected", () -> group.decide(OBJECT, "D2"));
        assertThat(group.all(ADMIT, group.world.who("memory", SYS))).isEmpty();

        assertThat(group.decide(WITHDRAW, "D2"))
                .isEqualTo(new JoiningObjectionWithdrawn(ID, person("P8"), null));
        group.does("D2", WITHDRAW);
        Refused.with("group.not-objected", () -> group.decide(WITHDRAW, "D2"));
        var last = group.decide(WITHDRAW, "D4");
        assertThat(last.dues()).containsExactly(Due.on(BY, MEMBERSHIP, "group.admission"));
        group.happened("D4", last);
        assertThat(group.all(ADMIT, group.world.who("memory", SYS))).hasSize(1);
    }

    @Test
    void is_the_members_affair_and_stays_among_them() {
        group.does("MM1", MM, join()).joined("P8");

        assertThat(OBJECT.visibility()).isEqualTo(Visibility.group(ID));
        assertThat(WITHDRAW.visibility()).isEqualTo(Visibility.group(ID));
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(OBJECT, "P8"));
        Refused.with(NOT_ALLOWED, "group.not-member",
                () -> group.decide(OBJECT, group.world.who("MM1", MGR)));
        Refused.with("group.not-requested",
                () -> group.decide(new ObjectToJoining(ID, person("D4"), null), "D2"));
    }

    @Test
    void ends_with_who_wished_to_when_they_do_no_more() {
        group.joined("P8");
        var withdrawn = group.decide(leave(), "P8");

        assertThat(withdrawn).isEqualTo(new JoiningWithdrawn(ID, person("P8"), null));
        assertThat(withdrawn.dues()).containsExactly(Due.noMore(MEMBERSHIP, "group.admission"));
        var ended = new EndGroupMembership(ID, person("P8"), null);
        assertThat(group.decide(ended, group.world.who("memory", SYS))).isEqualTo(withdrawn);
        group.happened("P8", withdrawn);
        assertThat(group.all(ADMIT, group.world.who("memory", SYS))).isEmpty();
        assertThat(group.all(ended, group.world.who("memory", SYS))).isEmpty();
    }

    @Test
    void is_no_question_where_the_past_is_recorded() {
        assertThat(group.decide(new JoinLearningGroup(ID, "To learn", person("P8")),
                group.world.who("X", MEM)))
                .isEqualTo(new LearningGroupJoined(ID, person("P8"), "To learn", false, null));
    }
}
