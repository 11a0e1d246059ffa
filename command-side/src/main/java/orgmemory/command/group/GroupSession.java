// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.util.HashSet;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupSessionMessages.GroupAgendaItemProposed;
import orgmemory.message.group.GroupSessionMessages.GroupSessionCommand;
import orgmemory.message.group.GroupSessionMessages.GroupSessionRecorded;
import orgmemory.message.group.GroupSessionMessages.LearningGoalSet;
import orgmemory.message.group.GroupSessionMessages.LearningOutputRecorded;
import orgmemory.message.group.GroupSessionMessages.ProposeGroupAgendaItem;
import orgmemory.message.group.GroupSessionMessages.RecordGroupSession;
import orgmemory.message.group.GroupSessionMessages.RecordLearningOutput;
import orgmemory.message.group.GroupSessionMessages.SetLearningGoal;
import orgmemory.message.people.PersonId;

/** What a group does, as any of its members records it: its days have no order among them. */
final class GroupSession {

    private GroupSession() {
    }

    static GroupEvent decide(GroupState state, GroupSessionCommand command, DecisionContext context) {
        state.mustBeMembers(command, context);
        return switch (command) {
            case SetLearningGoal set -> new LearningGoalSet(set.groupId(), set.goal());
            case ProposeGroupAgendaItem propose ->
                new GroupAgendaItemProposed(propose.groupId(), propose.item());
            case RecordLearningOutput record -> new LearningOutputRecorded(record.groupId(), record.output());
            case RecordGroupSession record -> {
                context.rule(state.stage() != Stage.PAUSED, "group.paused", record.groupId());
                eachOnce(record.attendance(), context);
                yield new GroupSessionRecorded(record.groupId(), List.copyOf(record.attendance()),
                        record.contents(), record.insights());
            }
        };
    }

    private static void eachOnce(List<PersonId> people, DecisionContext context) {
        var named = new HashSet<PersonId>();
        for (var person : people) {
            context.known(person.subject());
            if (!named.add(person)) {
                throw new Rejected("group.person-twice", person);
            }
        }
    }
}
