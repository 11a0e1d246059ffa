// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import orgmemory.command.DecisionContext;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.group.MembershipMessages.LeaveGroup;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who comes and goes, and when a group has too few members to go on. */
final class GroupMembership {

    /** So long may a group have fewer than three members. */
    private static final int DAYS_WITH_TOO_FEW = 60;

    private GroupMembership() {
    }

    static LearningGroupJoined join(GroupState state, JoinLearningGroup command, DecisionContext context) {
        state.mustBeThere(command, context);
        var person = who(command, context);
        if (state.inside(person.subject()).isPresent()) {
            throw new Rejected("group.member", person, command.groupId());
        }
        boolean guest = context.register().roles(person, context.occurredOn()).contains(Capacity.MM);
        context.right(guest || mayBeMember(person, context), "group.not-manager", person);
        var after = state.joined(person, context.occurredOn(), guest);
        return new LearningGroupJoined(command.groupId(), person, command.relevance(), guest,
                after.enough() ? null : lapsesOn(state, context));
    }

    /** Managers may, and partners once groups manage themselves. */
    private static boolean mayBeMember(PersonId person, DecisionContext context) {
        var day = context.occurredOn();
        var register = context.register();
        return register.manager(person, day).isPresent()
                || (register.stage(day) == DevelopmentStage.SELF_MANAGED_GROUPS
                        && register.roles(person, day).contains(Capacity.PAR));
    }

    static GroupLeft leave(GroupState state, LeaveGroup command, DecisionContext context) {
        return left(state, command, speaker(context), command.reason(), context);
    }

    static GroupLeft end(GroupState state, EndGroupMembership command, DecisionContext context) {
        context.known(command.personId().subject());
        if (context.capacity() == Capacity.MEM) {
            GroupState.mustBePast(context);
        }
        return left(state, command, command.personId(), command.reason(), context);
    }

    private static GroupLeft left(GroupState state, GroupCommand command, PersonId person,
            @Nullable String reason, DecisionContext context) {
        state.mustBeThere(command, context);
        var member = state.inside(person.subject())
                .orElseThrow(() -> new Rejected("group.not-inside", person, command.groupId()));
        context.notBeforeLast(member.since());
        var after = state.left(person, context.occurredOn());
        return new GroupLeft(command.groupId(), person, reason,
                after.enough() ? null : lapsesOn(state, context));
    }

    /** The day on which a group lapses that has too few from now on: whoever could join must have heard of it. */
    static LocalDate lapsing(DecisionContext context) {
        return context.today().plusDays(DAYS_WITH_TOO_FEW);
    }

    /** A day that stands already stays: one who comes and goes puts nothing off. */
    private static LocalDate lapsesOn(GroupState state, DecisionContext context) {
        var standing = state.lapsesOn();
        return standing == null ? lapsing(context) : standing;
    }

    /** Who joins: who speaks, or somebody else whom a keeper tells of. */
    private static PersonId who(JoinLearningGroup command, DecisionContext context) {
        var named = command.personId();
        if (named == null || named.subject().equals(context.speaker())) {
            return speaker(context);
        }
        context.known(named.subject());
        context.right(context.capacity() == Capacity.MEM, "group.for-others", command.groupId());
        GroupState.mustBePast(context);
        return named;
    }

    private static PersonId speaker(DecisionContext context) {
        if (!context.speaker().type().equals("person")) {
            throw new Rejected("on-behalf-of.type", context.speaker());
        }
        return new PersonId(context.speaker().id());
    }
}
