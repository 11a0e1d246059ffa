// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Lead;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.command.group.Members.Member;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.command.register.RegisterRows;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.GroupConcluded;
import orgmemory.message.group.GroupEndMessages.GroupEndCommand;
import orgmemory.message.group.GroupEndMessages.GroupEndEvent;
import orgmemory.message.group.GroupEndMessages.GroupLapsed;
import orgmemory.message.group.GroupEndMessages.GroupPaused;
import orgmemory.message.group.GroupEndMessages.GroupResumed;
import orgmemory.message.group.GroupEndMessages.GroupsMerged;
import orgmemory.message.group.GroupEndMessages.LapseGroup;
import orgmemory.message.group.GroupEndMessages.MergeGroups;
import orgmemory.message.group.GroupEndMessages.Mover;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupEndMessages.ResumeGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.people.PersonId;

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
            case MergeGroups merge -> List.of(merge(state, merge, context));
            case LapseGroup lapse -> lapse(state, lapse);
        };
    }

    /** That the other group has not ended is seen to in the commit, where nothing ends it at the same moment. */
    static GroupsMerged merge(GroupState state, MergeGroups command, DecisionContext context) {
        state.mustBeNext(command, context);
        if (command.into().equals(command.groupId())) {
            throw new Rejected("group.merge-itself", command.groupId());
        }
        context.known(command.into().subject());
        context.right(context.capacity() == Capacity.MEM || isMember(command.into(), context),
                "group.not-member", command.into());
        var people = state.members()
                .people()
                .stream()
                .filter(Member::present)
                .map(each -> new Mover(each.personId(), each.relevance()))
                .toList();
        return new GroupsMerged(command.groupId(), command.into(), command.reason(), people, state.loose());
    }

    private static boolean isMember(GroupId group, DecisionContext context) {
        var speaker = context.speaker();
        return speaker.type().equals("person") && context.register()
                .memberships(new PersonId(speaker.id()), context.occurredOn())
                .contains(group.subject());
    }

    /** Two groups are not merged into each other at the same moment, and none into one that is over. */
    static List<RegisterRule> rules(GroupEndEvent event, LocalDate day) {
        return event instanceof GroupsMerged merged
                ? List.of(rows -> mustNotBeOver(rows, merged.into(), day))
                : List.of();
    }

    private static void mustNotBeOver(RegisterRows rows, GroupId into, LocalDate day) {
        rows.of(Kind.CLOSED, into.subject().toString(), day).stream().findFirst().ifPresent(_ -> {
            throw new Rejected("group.into-over", into);
        });
    }

    /** What is over can take in no other. */
    static List<RegisterEntry> registers(GroupEndEvent event, LocalDate day) {
        return switch (event) {
            case GroupPaused _,GroupResumed _ -> List.of();
            case GroupConcluded _,GroupsMerged _,GroupLapsed _ ->
                List.of(RegisterEntry.closed(event.groupId(), day));
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
            case GroupsMerged _ -> over(state, Stage.MERGED);
            case GroupLapsed _ -> over(state, Stage.LAPSED);
        };
    }

    private static GroupState over(GroupState state, Stage stage) {
        return state.at(stage).leading(new Lead(null, state.lead().turns()));
    }
}
