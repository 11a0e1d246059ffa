// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Charter;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.command.register.RegisterEntry;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.group.MembershipMessages.LeaveGroup;

/** A group that manages itself: what any member may do, every member may. */
public final class LearningGroup implements Decider<GroupState, GroupCommand, GroupEvent> {

    @Override
    public GroupState initial() {
        return GroupState.NONE;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<GroupEvent> decide(GroupState state, GroupCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case ProposeLearningGroup propose -> propose(state, propose, context);
            case JoinLearningGroup join -> GroupMembership.join(state, join, context);
            case LeaveGroup leave -> GroupMembership.leave(state, leave, context);
            case EndGroupMembership end -> GroupMembership.end(state, end, context);
            case AgreeGroupCharter agree -> agree(state, agree, context);
            case ActivateGroup activate -> activate(state, activate, context);
        });
    }

    static LearningGroupProposed propose(GroupState state, ProposeLearningGroup command,
            DecisionContext context) {
        if (state.stage() != Stage.NONE) {
            throw DecisionContext.exists(command.stream());
        }
        if (context.capacity() == Capacity.MEM) {
            GroupState.mustBePast(context);
        }
        return new LearningGroupProposed(command.groupId(), command.topic(), command.relevance(),
                command.rhythm(), GroupMembership.lapsing(context));
    }

    static GroupCharterAgreed agree(GroupState state, AgreeGroupCharter command, DecisionContext context) {
        state.mustBeThere(command, context);
        state.mustBeMember(command, context);
        context.notBeforeLast(state.days().last());
        return new GroupCharterAgreed(command.groupId(), command.rules(), command.method(),
                command.leadRotation(), command.termMonths(), command.joining());
    }

    static GroupActivated activate(GroupState state, ActivateGroup command, DecisionContext context) {
        state.mustBeThere(command, context);
        state.mustBeMember(command, context);
        context.rule(state.stage() != Stage.ACTIVE, "group.active", command.groupId());
        long members = state.members(context.occurredOn());
        context.rule(members >= GroupState.FEWEST, "group.too-few", members);
        context.notBeforeLast(state.days().last());
        return new GroupActivated(command.groupId());
    }

    /** Who is a member sees what is inside; a guest does not. */
    @Override
    public List<RegisterEntry> registers(GroupEvent event, LocalDate day) {
        return switch (event) {
            case LearningGroupProposed proposed -> List.of(RegisterEntry.exists(proposed.groupId(), day));
            case LearningGroupJoined joined -> joined.guest()
                    ? List.of()
                    : List.of(RegisterEntry.member(joined.personId(), joined.groupId(), day));
            case GroupLeft left -> List.of(
                    RegisterEntry.memberNoMore(left.personId(), left.groupId(), day));
            case GroupCharterAgreed _,GroupActivated _ -> List.of();
        };
    }

    @Override
    public GroupState evolve(GroupState state, GroupEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case LearningGroupProposed proposed -> state.at(Stage.PROPOSED)
                    .lapsing(proposed.lapsesOn())
                    .seen(day);
            case LearningGroupJoined joined -> state.at(Stage.FORMING)
                    .joined(joined.personId(), day, joined.guest())
                    .lapsing(joined.lapsesOn());
            case GroupLeft left -> state.left(left.personId(), day).lapsing(left.lapsesOn());
            case GroupCharterAgreed agreed -> state
                    .agreed(new Charter(agreed.leadRotation(), agreed.joining()))
                    .seen(day);
            case GroupActivated _ -> state.at(Stage.ACTIVE).seen(day);
        };
    }
}
