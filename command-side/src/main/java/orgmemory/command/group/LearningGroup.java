// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Charter;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.group.GroupEndMessages.GroupEndCommand;
import orgmemory.message.group.GroupEndMessages.GroupEndEvent;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.message.group.GroupSessionMessages.GroupSessionCommand;
import orgmemory.message.group.GroupSessionMessages.GroupSessionEvent;
import orgmemory.message.group.LeadTurnMessages.LeadTurnCommand;
import orgmemory.message.group.LeadTurnMessages.LeadTurnEvent;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.group.MembershipMessages.MembershipCommand;
import orgmemory.message.group.MembershipMessages.MembershipEvent;

/** A group that manages itself: what any member may do, every member may. */
public final class LearningGroup implements Decider<GroupState, GroupCommand, GroupEvent> {

    @Override
    public GroupState initial() {
        return GroupState.NONE;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public List<GroupEvent> decide(GroupState state, GroupCommand command, DecisionContext context) {
        return switch (command) {
            case ProposeLearningGroup propose -> List.of(propose(state, propose, context));
            case MembershipCommand membership -> GroupMembership.decide(state, membership, context);
            case AgreeGroupCharter agree -> List.of(agree(state, agree, context));
            case ActivateGroup activate -> List.of(activate(state, activate, context));
            case LeadTurnCommand turn -> List.of(GroupLead.decide(state, turn, context));
            case GroupSessionCommand session -> List.of(GroupSession.decide(state, session, context));
            case GroupEndCommand end -> GroupEnd.decide(state, end, context);
        };
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
        state.mustBeNext(command, context);
        return new GroupCharterAgreed(command.groupId(), command.rules(), command.method(),
                command.leadRotation(), command.termMonths(), command.joining());
    }

    static GroupActivated activate(GroupState state, ActivateGroup command, DecisionContext context) {
        state.mustBeNext(command, context);
        context.rule(state.stage().compareTo(Stage.ACTIVE) < 0, "group.active", command.groupId());
        mustBeEnough(state, context);
        return new GroupActivated(command.groupId());
    }

    static void mustBeEnough(GroupState state, DecisionContext context) {
        long members = state.members().count(context.occurredOn());
        context.rule(members >= Members.FEWEST, "group.too-few", members);
    }

    /** Who is a member sees what is inside, also once the group is over; a guest does not. */
    @Override
    public List<RegisterEntry> registers(GroupEvent event, LocalDate day) {
        return switch (event) {
            case LearningGroupProposed proposed -> List.of(RegisterEntry.exists(proposed.groupId(), day));
            case LearningGroupJoined joined when !joined.guest() ->
                List.of(RegisterEntry.member(joined.personId(), joined.groupId(), day));
            case GroupLeft left -> List.of(
                    RegisterEntry.memberNoMore(left.personId(), left.groupId(), day));
            case MembershipEvent _,GroupCharterAgreed _,GroupActivated _ -> List.of();
            case LeadTurnEvent _,GroupSessionEvent _ -> List.of();
            case GroupEndEvent end -> GroupEnd.registers(end, day);
        };
    }

    @Override
    public List<RegisterRule> rules(GroupEvent event, LocalDate day) {
        return event instanceof GroupEndEvent end ? GroupEnd.rules(end, day) : List.of();
    }

    @Override
    public GroupState evolve(GroupState state, GroupEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case LearningGroupProposed proposed -> state.atLeast(Stage.PROPOSED)
                    .with(members -> members.lapsing(proposed.lapsesOn()))
                    .seen(day);
            case MembershipEvent membership -> GroupMembership.evolve(state, membership, envelope);
            case GroupCharterAgreed agreed -> state
                    .agreed(new Charter(agreed.leadRotation(), agreed.termMonths(), agreed.joining()))
                    .seen(day);
            case GroupActivated _ -> state.atLeast(Stage.ACTIVE).seen(day);
            case LeadTurnEvent turn -> GroupLead.evolve(state, turn).seen(day);
            case GroupSessionEvent _ -> state;
            case GroupEndEvent end -> GroupEnd.evolve(state, end).seen(day);
        };
    }
}
