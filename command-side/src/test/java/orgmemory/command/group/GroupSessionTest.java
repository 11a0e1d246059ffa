// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static orgmemory.command.group.GroupFacts.ID;
import static orgmemory.command.group.GroupFacts.person;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.command.Refused;
import orgmemory.message.Visibility;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupSessionMessages.GroupAgendaItemProposed;
import orgmemory.message.group.GroupSessionMessages.GroupSessionRecorded;
import orgmemory.message.group.GroupSessionMessages.LearningGoalSet;
import orgmemory.message.group.GroupSessionMessages.LearningOutputRecorded;
import orgmemory.message.group.GroupSessionMessages.ProposeGroupAgendaItem;
import orgmemory.message.group.GroupSessionMessages.RecordGroupSession;
import orgmemory.message.group.GroupSessionMessages.RecordLearningOutput;
import orgmemory.message.group.GroupSessionMessages.SetLearningGoal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupSessionTest {

    private static final SetLearningGoal GOAL = new SetLearningGoal(ID, "To say no");
    private static final RecordLearningOutput OUTPUT = new RecordLearningOutput(ID, "A page on saying no");
    private static final ProposeGroupAgendaItem ITEM = new ProposeGroupAgendaItem(ID, "Hard talks");

    private final GroupFacts group = GroupFacts.active().on("2016-10-04");

    @Test
    void is_recorded_by_any_member_with_who_was_there() {
        assertThat(group.decide(session("D1", "D2", "X"), "D4")).isEqualTo(new GroupSessionRecorded(ID,
                List.of(person("D1"), person("D2"), person("X")), "We listened.", null));
        assertThat(group.decide(session("D1"), group.world.who("X", MEM))).isNotNull();
        Refused.with("group.person-twice", () -> group.decide(session("D1", "D1"), "D4"));
        Refused.with(UNKNOWN, "person.unknown", () -> group.decide(session("NOBODY"), "D4"));
        Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(session("D1"), "P8"));
    }

    @Test
    void stays_inside_and_what_comes_of_it_is_for_all() {
        assertThat(session("D1").visibility()).isEqualTo(Visibility.group(ID));
        assertThat(ITEM.visibility()).isEqualTo(Visibility.group(ID));
        assertThat(Stream.of(GOAL, OUTPUT)).extracting(each -> each.visibility())
                .containsOnly(Visibility.INSTITUTE);
    }

    @Test
    void has_a_goal_an_agenda_and_outputs_of_the_members() {
        assertThat(group.decide(GOAL, "D1")).isEqualTo(new LearningGoalSet(ID, "To say no"));
        assertThat(group.decide(ITEM, "D2")).isEqualTo(new GroupAgendaItemProposed(ID, "Hard talks"));
        assertThat(group.decide(OUTPUT, "D4"))
                .isEqualTo(new LearningOutputRecorded(ID, "A page on saying no"));
        for (var command : List.of(GOAL, ITEM, OUTPUT)) {
            Refused.with(NOT_ALLOWED, "group.not-member", () -> group.decide(command, "P8"));
        }
    }

    @Test
    void is_not_held_in_a_pause_nor_once_the_group_is_over() {
        group.does("D1", new PauseGroup(ID, null));
        Refused.with("group.paused", () -> group.decide(session("D1"), "D1"));
        group.does("D1", new ConcludeGroup(ID, "Done", null));
        for (var command : List.of(GOAL, ITEM, OUTPUT, session("D1"))) {
            Refused.with("group.over", () -> group.decide(command, "D1"));
        }
    }

    private static RecordGroupSession session(String... people) {
        return new RecordGroupSession(ID, Stream.of(people).map(GroupFacts::person).toList(), "We listened.",
                null);
    }
}
