// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static orgmemory.command.group.GroupFacts.ID;
import static orgmemory.command.group.GroupFacts.charter;
import static orgmemory.command.group.GroupFacts.join;
import static orgmemory.command.group.GroupFacts.leave;
import static orgmemory.command.group.GroupFacts.person;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.command.Refused;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.GroupConcluded;
import orgmemory.message.group.GroupEndMessages.GroupLapsed;
import orgmemory.message.group.GroupEndMessages.GroupPaused;
import orgmemory.message.group.GroupEndMessages.GroupResumed;
import orgmemory.message.group.GroupEndMessages.LapseGroup;
import orgmemory.message.group.GroupEndMessages.Loose;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupEndMessages.ResumeGroup;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupEndTest {

    private static final ConcludeGroup CONCLUDE = new ConcludeGroup(ID, "We learned to listen.", "More");
    private static final PauseGroup PAUSE = new PauseGroup(ID, null);
    private static final ResumeGroup RESUME = new ResumeGroup(ID);
    private static final LapseGroup LAPSE = new LapseGroup(ID);

    private final GroupFacts group = GroupFacts.active().on("2016-10-04");

    @Test
    void comes_after_a_pause_or_not() {
        Refused.with("group.not-paused", () -> group.decide(RESUME, "D1"));
        assertThat(group.decide(PAUSE, "D1")).isEqualTo(new GroupPaused(ID, null));
        group.does("D1", PAUSE);
        Refused.with("group.not-active", () -> group.decide(PAUSE, "D1"));
        assertThat(group.decide(RESUME, "D2")).isEqualTo(new GroupResumed(ID));
        group.does("D1", leave());
        Refused.with("group.too-few", () -> group.decide(RESUME, "D2"));
        group.joined("D1").does("D2", RESUME);
        assertThat(group.state().stage()).isEqualTo(Stage.ACTIVE);
        Refused.with("group.not-active", () -> GroupFacts.three().decide(PAUSE, "D1"));
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(CONCLUDE, "P8"));
    }

    @Test
    void leaves_nothing_due() {
        group.agreed(LeadRotation.ROUND_ROBIN, Joining.BY_CONSENT)
                .does("D1", new RotateLead(ID, person("D1"), null))
                .joined("P8");
        var concluded = group.decide(CONCLUDE, "D2");

        assertThat(concluded).isEqualTo(new GroupConcluded(ID, "We learned to listen.", "More",
                new Loose(person("D1"), List.of(person("P8")))));
        assertThat(concluded.dues()).containsExactly(Due.noMore(ID.subject(), "group.lapse"),
                Due.noMore(Subject.of("membership/LG-1:D1"), "group.lead-turn"),
                Due.noMore(Subject.of("membership/LG-1:P8"), "group.admission"));
    }

    @Test
    void is_the_end_of_all_that_can_be_recorded_about_it() {
        group.does("D1", CONCLUDE);

        for (var command : List.<GroupCommand>of(join(), leave(), CONCLUDE, PAUSE, RESUME,
                new ActivateGroup(ID), charter(LeadRotation.NONE, Joining.OPEN),
                new RotateLead(ID, person("D2"), "x"))) {
            Refused.with("group.over", () -> group.decide(command, "D1"));
        }
        assertThat(group.all(new EndGroupMembership(ID, person("D1"), null), group.world.who("memory", SYS)))
                .isEmpty();
        assertThat(group.world.register().memberships(person("D1"), group.world.day()))
                .as("its members see what they said")
                .containsExactly(ID.subject());
    }

    @Test
    void comes_of_itself_where_there_are_too_few_and_not_where_there_are_not() {
        assertThat(group.all(LAPSE, group.world.who("memory", SYS))).isEmpty();
        group.does("D1", leave());
        var lapsed = group.all(LAPSE, group.world.who("memory", SYS));

        assertThat(lapsed).containsExactly(new GroupLapsed(ID, new Loose(null, List.of())));
        assertThat(lapsed.getFirst().dues()).containsExactly(Due.noMore(ID.subject(), "group.lapse"));
        group.happened("memory", lapsed.getFirst());
        assertThat(group.all(LAPSE, group.world.who("memory", SYS))).isEmpty();
        Refused.with("group.over", () -> group.decide(join(), "P8"));
    }
}
