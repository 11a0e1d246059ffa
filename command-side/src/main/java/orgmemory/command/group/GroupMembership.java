// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Stage;
import orgmemory.command.group.Members.Request;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupEndMessages.TakeIntoGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.MembershipMessages.AdmitToGroup;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.JoiningObjected;
import orgmemory.message.group.MembershipMessages.JoiningObjectionWithdrawn;
import orgmemory.message.group.MembershipMessages.JoiningWithdrawn;
import orgmemory.message.group.MembershipMessages.LearningGroupJoinRequested;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.group.MembershipMessages.LeaveGroup;
import orgmemory.message.group.MembershipMessages.MembershipCommand;
import orgmemory.message.group.MembershipMessages.MembershipEvent;
import orgmemory.message.group.MembershipMessages.ObjectToJoining;
import orgmemory.message.group.MembershipMessages.WithdrawJoiningObjection;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who comes and goes, and when a group has too few members to go on. */
final class GroupMembership {

    /** So long may a group have fewer than three members. */
    private static final int DAYS_WITH_TOO_FEW = 60;

    private GroupMembership() {
    }

    static List<GroupEvent> decide(GroupState state, MembershipCommand command, DecisionContext context) {
        return switch (command) {
            case JoinLearningGroup join -> List.of(join(state, join, context));
            case ObjectToJoining object -> List.of(JoiningByConsent.object(state, object, context));
            case WithdrawJoiningObjection withdraw ->
                List.of(JoiningByConsent.withdraw(state, withdraw, context));
            case AdmitToGroup admit -> JoiningByConsent.admit(state, admit, context);
            case TakeIntoGroup take -> takeIn(state, take, context);
            case LeaveGroup leave -> {
                state.mustBeOpen(leave, context);
                yield List.of(left(state, leave, speaker(context), leave.reason(), context));
            }
            case EndGroupMembership end -> end(state, end, context);
        };
    }

    private static GroupEvent join(GroupState state, JoinLearningGroup command, DecisionContext context) {
        state.mustBeOpen(command, context);
        var person = who(command, context);
        if (state.members().inside(person.subject()).isPresent()) {
            throw new Rejected("group.member", person, command.groupId());
        }
        boolean guest = mayJoin(person, context);
        return byConsent(state) && person.subject().equals(context.speaker())
                ? JoiningByConsent.request(state, command, person, guest, context)
                : joined(state, command.groupId(), person, command.relevance(), context);
    }

    /** Of others keepers tell that they joined: whether the members had anything against it is past. */
    private static boolean byConsent(GroupState state) {
        var charter = state.charter();
        return charter != null && charter.joining() == Joining.BY_CONSENT;
    }

    /** Whether they join as a guest; refuses who neither manages nor is a managers' manager. */
    private static boolean mayJoin(PersonId person, DecisionContext context) {
        boolean guest = context.register().roles(person, context.occurredOn()).contains(Capacity.MM);
        context.right(guest || mayBeMember(person, context), "group.not-manager", person);
        return guest;
    }

    /** Managers may, and partners once groups manage themselves. */
    private static boolean mayBeMember(PersonId person, DecisionContext context) {
        var day = context.occurredOn();
        var register = context.register();
        return register.manager(person, day).isPresent()
                || (register.stage(day) == DevelopmentStage.SELF_MANAGED_GROUPS
                        && register.roles(person, day).contains(Capacity.PAR));
    }

    static LearningGroupJoined joined(GroupState state, GroupId group, PersonId person, String relevance,
            DecisionContext context) {
        boolean guest = mayJoin(person, context);
        var after = state.members().joined(person, context.occurredOn(), guest, relevance);
        return new LearningGroupJoined(group, person, relevance, guest,
                after.enough() ? null : lapsesOn(state, context));
    }

    /** Who is in both groups already is in this one once; what else stands against it is told. */
    private static List<GroupEvent> takeIn(GroupState state, TakeIntoGroup command, DecisionContext context) {
        context.known(command.personId().subject());
        state.mustBeOpen(command, context);
        return state.members().inside(command.personId().subject()).isPresent()
                ? List.of()
                : List.of(joined(state, command.groupId(), command.personId(), command.relevance(), context));
    }

    /** Of the memory's own accord there is nothing to end where they have gone, or the group has. */
    private static List<GroupEvent> end(GroupState state, EndGroupMembership command,
            DecisionContext context) {
        context.known(command.personId().subject());
        if (context.capacity() == Capacity.SYS && (state.stage().over()
                || (state.members().inside(command.personId().subject()).isEmpty()
                        && state.members().request(command.personId()).isEmpty()))) {
            return List.of();
        }
        state.mustBeOpen(command, context);
        if (context.capacity() == Capacity.MEM) {
            GroupState.mustBePast(context);
        }
        return List.of(left(state, command, command.personId(), command.reason(), context));
    }

    private static GroupEvent left(GroupState state, GroupCommand command, PersonId person,
            @Nullable String reason, DecisionContext context) {
        var members = state.members();
        var request = members.request(person);
        if (request.isPresent()) {
            context.notBeforeLast(request.get().askedOn());
            return new JoiningWithdrawn(command.groupId(), person, reason);
        }
        var member = members.inside(person.subject())
                .orElseThrow(() -> new Rejected("group.not-inside", person, command.groupId()));
        context.notBeforeLast(member.since());
        return new GroupLeft(command.groupId(), person, reason,
                members.left(person, context.occurredOn()).enough() ? null : lapsesOn(state, context));
    }

    /** The day on which a group lapses that has too few from now on: whoever could join must have heard of it. */
    static LocalDate lapsing(DecisionContext context) {
        return context.today().plusDays(DAYS_WITH_TOO_FEW);
    }

    /** A day that stands already stays: one who comes and goes puts nothing off. */
    private static LocalDate lapsesOn(GroupState state, DecisionContext context) {
        var standing = state.members().lapsesOn();
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

    static GroupState evolve(GroupState state, MembershipEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        var person = event.personId();
        return switch (event) {
            case LearningGroupJoinRequested asked -> state.with(members -> members.requested(
                    new Request(person, asked.relevance(), day, asked.admitOn(), List.of())));
            case JoiningObjected _ ->
                state.with(members -> members.objected(person, envelope.speaker(), true));
            case JoiningObjectionWithdrawn _ ->
                state.with(members -> members.objected(person, envelope.speaker(), false));
            case JoiningWithdrawn _ -> state.with(members -> members.requestedNoMore(person));
            case LearningGroupJoined joined -> joined(state.atLeast(Stage.FORMING), joined, day);
            case GroupLeft left -> state
                    .with(members -> members.left(person, day).lapsing(left.lapsesOn()))
                    .leadingNoMore(person);
        };
    }

    private static GroupState joined(GroupState state, LearningGroupJoined event, LocalDate day) {
        var after = state
                .with(members -> members.joined(event.personId(), day, event.guest(), event.relevance())
                        .lapsing(event.lapsesOn()));
        return event.guest() ? after : after.turns(turns -> turns.joined(event.personId()));
    }
}
