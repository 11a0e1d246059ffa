// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.PAR;
import static orgmemory.message.Capacity.SELF;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.group.GroupMessages.LAPSE;
import static orgmemory.message.group.LeadTurnMessages.LEAD_TURN;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Due;
import orgmemory.message.IssuedBy;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.group.GroupEndMessages.TakeIntoGroup;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who is in a group. */
public final class MembershipMessages {

    /** What is due where somebody wishes to be in a group and no member objects. */
    public static final String ADMISSION = "group.admission";

    private MembershipMessages() {
    }

    /** Whoever comes or goes does so for themselves: they need not have seen who else has. */
    public sealed interface MembershipCommand extends GroupCommand

            permits
            JoinLearningGroup,
            ObjectToJoining,
            WithdrawJoiningObjection,
            AdmitToGroup,
            TakeIntoGroup,
            LeaveGroup,
            EndGroupMembership {
    }

    /** Each membership has a life of its own, so that several people may come and go at once. */
    public sealed interface MembershipEvent extends GroupEvent
            permits
            LearningGroupJoinRequested,
            JoiningObjected,
            JoiningObjectionWithdrawn,
            JoiningWithdrawn,
            LearningGroupJoined,
            GroupLeft {

        PersonId personId();

        @Override
        default Subject entity() {
            return MembershipId.of(groupId(), personId()).subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(entity(), stream(), personId().subject());
        }
    }

    /**
     * Joins a group; where its charter says so, wishes to. The managers' managers join as guests: they come along, and neither
     * count nor lead.
     *
     * @param relevance what one hopes to learn, or to bring
     * @param personId  who; whoever speaks, where it is left out, and another only where a keeper records the past
     */
    @Spoken
    @IssuedBy({MGR, PAR, MM, MEM})
    public record JoinLearningGroup(@NotNull GroupId groupId, @NotBlank @Size(max = 4_000) String relevance,
            @Nullable PersonId personId) implements MembershipCommand {
    }

    /**
     * Somebody wishes to be in a group that takes members by consent.
     *
     * @param guest   whether as a guest
     * @param admitOn the day on which they are in it unless a member objects before
     */
    @StoredAs("group.join-requested")
    @CausedBy(JoinLearningGroup.class)
    public record LearningGroupJoinRequested(GroupId groupId, PersonId personId, String relevance,
            boolean guest, LocalDate admitOn) implements MembershipEvent {

        @Override
        public List<Due> dues() {
            return List.of(Due.on(admitOn, entity(), ADMISSION));
        }
    }

    /** Objects to somebody who wishes to join. It stays among the members, and no reason is needed. */
    @Spoken
    @IssuedBy({MGR, PAR})
    public record ObjectToJoining(@NotNull GroupId groupId, @NotNull PersonId personId,
            @Nullable @Size(max = 4_000) String why) implements MembershipCommand {

        @Override
        public Visibility visibility() {
            return Visibility.group(groupId);
        }
    }

    @StoredAs("group.joining-objected")
    @CausedBy(ObjectToJoining.class)
    public record JoiningObjected(GroupId groupId, PersonId personId, @Nullable String why)
            implements
                MembershipEvent {

        @Override
        public List<Due> dues() {
            return List.of(Due.noMore(entity(), ADMISSION));
        }
    }

    /** Takes back one's own objection. */
    @Spoken
    @Command.Ends
    @IssuedBy({MGR, PAR})
    public record WithdrawJoiningObjection(@NotNull GroupId groupId, @NotNull PersonId personId)
            implements
                MembershipCommand {

        @Override
        public Visibility visibility() {
            return Visibility.group(groupId);
        }
    }

    /**
     * Somebody objects no more.
     *
     * @param admitOn the day on which who wishes to join is in the group; null while somebody else objects
     */
    @StoredAs("group.joining-objection-withdrawn")
    @CausedBy(WithdrawJoiningObjection.class)
    public record JoiningObjectionWithdrawn(GroupId groupId, PersonId personId, @Nullable LocalDate admitOn)
            implements
                MembershipEvent {

        @Override
        public List<Due> dues() {
            return List.of(new Due(entity(), ADMISSION, admitOn));
        }
    }

    /** Takes somebody in to whom no member has objected: the memory does, once the day has come. */
    @IssuedBy(SYS)
    public record AdmitToGroup(@NotNull GroupId groupId, @NotNull PersonId personId)
            implements
                MembershipCommand {
    }

    /** Who wished to join has left it, or somebody has for them who manage no more. */
    @StoredAs("group.joining-withdrawn")
    @CausedBy(LeaveGroup.class)
    public record JoiningWithdrawn(GroupId groupId, PersonId personId, @Nullable String reason)
            implements
                MembershipEvent {

        @Override
        public List<Due> dues() {
            return List.of(Due.noMore(entity(), ADMISSION));
        }
    }

    /**
     * Somebody has become a member.
     *
     * @param guest    whether as a guest
     * @param lapsesOn the day on which the group lapses unless it has three members before; null where it has
     */
    @StoredAs("group.learning-group-joined")
    @CausedBy(JoinLearningGroup.class)
    public record LearningGroupJoined(GroupId groupId, PersonId personId, String relevance, boolean guest,
            @Nullable LocalDate lapsesOn) implements MembershipEvent {

        @Override
        public List<Due> dues() {
            return List.of(new Due(stream(), LAPSE, lapsesOn), Due.noMore(entity(), ADMISSION));
        }
    }

    /** Leaves a group, or wishes no more to join it. No reason is needed. */
    @Spoken
    @Command.Ends
    @IssuedBy(SELF)
    public record LeaveGroup(@NotNull GroupId groupId, @Nullable @Size(max = 4_000) String reason)
            implements
                MembershipCommand {
    }

    /** Says of somebody else that they left: keepers, of the past, and the memory of who manages no more. */
    @Command.Ends
    @IssuedBy({MEM, SYS})
    public record EndGroupMembership(@NotNull GroupId groupId, @NotNull PersonId personId,
            @Nullable @Size(max = 4_000) String reason) implements MembershipCommand {
    }

    /**
     * Somebody is a member no more, and does not lead either.
     *
     * @param lapsesOn the day on which the group lapses unless it has three members before; null where it has
     */
    @StoredAs("group.left")
    @CausedBy(LeaveGroup.class)
    public record GroupLeft(GroupId groupId, PersonId personId, @Nullable String reason,
            @Nullable LocalDate lapsesOn) implements MembershipEvent {

        @Override
        public List<Due> dues() {
            return List.of(new Due(stream(), LAPSE, lapsesOn), Due.noMore(entity(), LEAD_TURN));
        }
    }
}
