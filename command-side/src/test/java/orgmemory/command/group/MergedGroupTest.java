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

import java.util.List;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.message.Attestation;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.GroupsMerged;
import orgmemory.message.group.GroupEndMessages.Loose;
import orgmemory.message.group.GroupEndMessages.MergeGroups;
import orgmemory.message.group.GroupEndMessages.Mover;
import orgmemory.message.group.GroupEndMessages.TakeIntoGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** D1, D2 and D4 are in LG-1, D1 in LG-2 too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergedGroupTest {

    private static final GroupId INTO = new GroupId("LG-2");
    private static final MergeGroups MERGE = new MergeGroups(ID, INTO, "We are alike.");

    private final GroupFacts group = GroupFacts.active().on("2016-10-04");

    MergedGroupTest() {
        group.world.register()
                .add(new LearningGroupProposed(INTO, "Talks", "Hard ones", Rhythm.MONTHLY, group.lapses()),
                        group.world.day());
        group.world.register()
                .add(new LearningGroupJoined(INTO, person("D1"), "x", false, group.lapses()),
                        group.world.day());
    }

    @Test
    void names_who_goes_on_in_the_other_one_guests_too_and_leaves_nothing_due() {
        group.does("MM1", MM, join())
                .does("D2", leave())
                .agreed(LeadRotation.ROUND_ROBIN, Joining.BY_CONSENT)
                .does("D1", new RotateLead(ID, person("D1"), null))
                .joined("P8");
        var merged = group.decide(MERGE, "D1");

        assertThat(merged).isEqualTo(new GroupsMerged(ID, INTO, "We are alike.",
                List.of(new Mover(person("D1"), "To learn"), new Mover(person("D4"), "To learn"),
                        new Mover(person("MM1"), "To learn")),
                new Loose(person("D1"), List.of(person("P8")))));
        assertThat(merged.subjects()).containsExactly(ID.subject(), INTO.subject());
        assertThat(merged.dues()).containsExactly(Due.noMore(ID.subject(), "group.lapse"),
                Due.noMore(Subject.of("membership/LG-1:D1"), "group.lead-turn"),
                Due.noMore(Subject.of("membership/LG-1:P8"), "group.admission"));
    }

    @Test
    void is_the_end_of_the_group() {
        group.does("D1", MERGE);

        assertThat(group.state().stage()).isEqualTo(Stage.MERGED);
        assertThat(group.state().lead().present()).isNull();
        for (var command : List.<GroupCommand>of(join(), leave(), MERGE, new ConcludeGroup(ID, "x", null))) {
            Refused.with("group.over", () -> group.decide(command, "D1"));
        }
    }

    @Test
    void is_for_a_member_of_both_and_for_keepers_of_the_past() {
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(MERGE, "D2"));
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(MERGE, "P8"));
        group.world.register()
                .add(new LearningGroupJoined(INTO, person("P8"), "x", false, null),
                        group.world.day());
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(MERGE, "P8"));

        assertThat(group.decide(MERGE, group.world.who("X", MEM))).isInstanceOf(GroupsMerged.class);
        group.world.on(World.TODAY.toString());
        Refused.with(NOT_ALLOWED, "group.keeper-past",
                () -> group.decide(MERGE, group.world.who("X", MEM)));
    }

    @Test
    void needs_another_group() {
        var itself = new MergeGroups(ID, ID, null);
        var nowhere = new MergeGroups(ID, new GroupId("NONE"), null);
        Refused.with("group.merge-itself", () -> group.decide(itself, "D1"));
        Refused.with("group.merge-itself", () -> group.decide(itself, group.world.importing()));
        Refused.with(UNKNOWN, "group.unknown", () -> group.decide(nowhere, "D1"));
        Refused.with(UNKNOWN, "group.unknown",
                () -> new GroupFacts().decide(MERGE, group.world.who("D1", MGR)));
    }

    @Test
    void asks_for_each_who_was_in_it_to_be_taken_in() {
        var merged = new GroupsMerged(ID, INTO, null,
                List.of(new Mover(person("D1"), "To learn"), new Mover(person("MM1"), "I listen")),
                new Loose(null, List.of()));

        assertThat(new WhenGroupsMergedThenTakeIn().react(merged,
                group.world.envelope("D1", MGR, Attestation.SELF), group.world.register())).containsExactly(
                        new TakeIntoGroup(INTO, person("D1"), "To learn"),
                        new TakeIntoGroup(INTO, person("MM1"), "I listen"));
    }

    @Test
    void takes_in_whoever_is_not_there_yet_guests_as_guests() {
        group.agreed(LeadRotation.ROUND_ROBIN, Joining.BY_CONSENT).joined("P8");
        assertThat(takenIn("D1")).isEmpty();
        assertThat(takenIn("P8")).as("whatever was asked for is theirs now")
                .containsExactly(new LearningGroupJoined(ID, person("P8"), "To ask", false, null));
        assertThat(takenIn("MM1"))
                .containsExactly(new LearningGroupJoined(ID, person("MM1"), "To ask", true, null));

        Refused.with(NOT_ALLOWED, "group.not-manager", () -> takenIn("X"));
        Refused.with(UNKNOWN, "person.unknown", () -> takenIn("NOBODY"));
        group.does("D1", new ConcludeGroup(ID, "x", null));
        Refused.with("group.over", () -> takenIn("P8"));
    }

    private List<GroupEvent> takenIn(String id) {
        return group.all(new TakeIntoGroup(ID, person(id), "To ask"), group.world.who("memory", SYS));
    }
}
