// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.PAR;
import static orgmemory.message.Capacity.SELF;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.group.GroupMessages.LAPSE;

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
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who is in a group. */
public final class MembershipMessages {

    private MembershipMessages() {
    }

    /** Whoever comes or goes does so for themselves: they need not have seen who else has. */
    public sealed interface MembershipCommand extends GroupCommand
            permits JoinLearningGroup, LeaveGroup, EndGroupMembership {
    }

    /** Each membership has a life of its own, so that several people may come and go at once. */
    public sealed interface MembershipEvent extends GroupEvent permits LearningGroupJoined, GroupLeft {

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
     * Joins a group. The managers' managers join as guests: they come along, and neither count nor lead.
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
            return List.of(new Due(stream(), LAPSE, lapsesOn));
        }
    }

    /** Leaves a group. No reason is needed. */
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
            return List.of(new Due(stream(), LAPSE, lapsesOn));
        }
    }
}
