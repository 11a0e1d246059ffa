// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Lead;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.GroupConcluded;
import orgmemory.message.group.GroupEndMessages.GroupEndCommand;
import orgmemory.message.group.GroupEndMessages.GroupEndEvent;
import orgmemory.message.group.GroupEndMessages.GroupLapsed;
import orgmemory.message.group.GroupEndMessages.GroupPaused;
import orgmemory.message.group.GroupEndMessages.GroupResumed;
import orgmemory.message.group.GroupEndMessages.LapseGroup;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupEndMessages.ResumeGroup;
import orgmemory.message.group.GroupMessages.GroupEvent;

/** How a group pauses, goes on and ends. What is over stays as it is. */
final class GroupEnd {

    private GroupEnd() {
    }

    static List<GroupEvent> decide(GroupState state, GroupEndCommand command, DecisionContext context) {
        return switch (command) {
            case PauseGroup pause -> {
                state.mustBeNext(pause, context);
                context.rule(state.stage() == Stage.ACTIVE, "group.not-active", pause.groupId());
                yield List.of(new GroupPaused(pause.groupId(), pause.reason()));
            }
            case ResumeGroup resume -> {
                state.mustBeNext(resume, context);
                context.rule(state.stage() == Stage.PAUSED, "group.not-paused", resume.groupId());
                LearningGroup.mustBeEnough(state, context);
                yield List.of(new GroupResumed(resume.groupId()));
            }
            case ConcludeGroup conclude -> {
                state.mustBeNext(conclude, context);
                yield List.of(new GroupConcluded(conclude.groupId(), conclude.summary(), conclude.remains(),
                        state.loose()));
            }
            case LapseGroup lapse -> lapse(state, lapse);
        };
    }

    /** What is not due any more is not done: a third has joined, or the group is over. */
    private static List<GroupEvent> lapse(GroupState state, LapseGroup command) {
        if (state.stage() == Stage.NONE) {
            throw DecisionContext.unknown(command.stream());
        }
        return state.stage().over() || state.members().lapsesOn() == null
                ? List.of()
                : List.of(new GroupLapsed(command.groupId(), state.loose()));
    }

    static GroupState evolve(GroupState state, GroupEndEvent event) {
        return switch (event) {
            case GroupPaused _ -> state.at(Stage.PAUSED);
            case GroupResumed _ -> state.at(Stage.ACTIVE);
            case GroupConcluded _ -> over(state, Stage.CONCLUDED);
            case GroupLapsed _ -> over(state, Stage.LAPSED);
        };
    }

    private static GroupState over(GroupState state, Stage stage) {
        return state.at(stage).leading(new Lead(null, state.lead().turns()));
    }
}
