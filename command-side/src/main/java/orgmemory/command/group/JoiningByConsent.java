// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.Members.Request;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.MembershipMessages.AdmitToGroup;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.JoiningObjected;
import orgmemory.message.group.MembershipMessages.JoiningObjectionWithdrawn;
import orgmemory.message.group.MembershipMessages.LearningGroupJoinRequested;
import orgmemory.message.group.MembershipMessages.ObjectToJoining;
import orgmemory.message.group.MembershipMessages.WithdrawJoiningObjection;
import orgmemory.message.people.PersonId;

/** Joining a group that takes members by consent: who wishes to is in it after a week in which no member objects. */
final class JoiningByConsent {

    private static final int DAYS_TO_OBJECT = 7;

    private JoiningByConsent() {
    }

    static LearningGroupJoinRequested request(GroupState state, JoinLearningGroup command, PersonId person,
            boolean guest, DecisionContext context) {
        if (state.members().request(person).isPresent()) {
            throw new Rejected("group.requested", person, command.groupId());
        }
        return new LearningGroupJoinRequested(command.groupId(), person, command.relevance(), guest,
                context.today().plusDays(DAYS_TO_OBJECT));
    }

    static JoiningObjected object(GroupState state, ObjectToJoining command, DecisionContext context) {
        var request = mustBeAsked(state, command, command.personId(), context);
        context.rule(!request.objectors().contains(context.speaker()), "group.objected", command.personId());
        return new JoiningObjected(command.groupId(), command.personId(), command.why());
    }

    static JoiningObjectionWithdrawn withdraw(GroupState state, WithdrawJoiningObjection command,
            DecisionContext context) {
        var request = mustBeAsked(state, command, command.personId(), context);
        context.rule(request.objectors().contains(context.speaker()), "group.not-objected",
                command.personId());
        boolean others = request.objectors().size() > 1;
        return new JoiningObjectionWithdrawn(command.groupId(), command.personId(),
                others ? null : later(request.admitOn(), context.today()));
    }

    /** What is not due any more is not done: who wished to join does not, or the members talk about it. */
    static List<GroupEvent> admit(GroupState state, AdmitToGroup command, DecisionContext context) {
        var request = state.members().request(command.personId());
        if (state.stage().over() || request.isEmpty() || !request.get().objectors().isEmpty()) {
            return List.of();
        }
        state.mustBeOpen(command, context);
        return List.of(GroupMembership.joined(state, command.groupId(), command.personId(),
                request.get().relevance(), context));
    }

    private static Request mustBeAsked(GroupState state, GroupCommand command, PersonId person,
            DecisionContext context) {
        state.mustBeMembers(command, context);
        var request = state.members()
                .request(person)
                .orElseThrow(() -> new Rejected("group.not-requested", person, command.groupId()));
        context.notBeforeLast(request.askedOn());
        return request;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return Stream.of(one, other).max(LocalDate::compareTo).orElseThrow();
    }
}
