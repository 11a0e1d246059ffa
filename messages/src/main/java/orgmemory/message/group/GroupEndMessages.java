// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.PAR;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.group.GroupMessages.LAPSE;
import static orgmemory.message.group.LeadTurnMessages.LEAD_TURN;
import static orgmemory.message.group.MembershipMessages.ADMISSION;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
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
import orgmemory.message.group.MembershipMessages.MembershipCommand;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** How a group pauses and goes on, and how it ends; some go on in another group. */
public final class GroupEndMessages {

    private GroupEndMessages() {
    }

    public sealed interface GroupEndCommand extends GroupCommand
            permits PauseGroup, ResumeGroup, ConcludeGroup, MergeGroups, LapseGroup {
    }

    public sealed interface GroupEndEvent extends GroupEvent
            permits GroupPaused, GroupResumed, GroupConcluded, GroupsMerged, GroupLapsed {
    }

    /**
     * What a group leaves open when it ends: none of it is due any more.
     *
     * @param lead    who led it at the end; null for nobody
     * @param waiting who wished to join it and was not in it yet
     */
    public record Loose(@Nullable PersonId lead, List<PersonId> waiting) {

        private List<Due> dues(GroupEvent end) {
            var dues = new ArrayList<>(List.of(Due.noMore(end.stream(), LAPSE)));
            if (lead != null) {
                dues.add(Due.noMore(MembershipId.of(end.groupId(), lead).subject(), LEAD_TURN));
            }
            waiting.forEach(
                    each -> dues.add(Due.noMore(MembershipId.of(end.groupId(), each).subject(), ADMISSION)));
            return List.copyOf(dues);
        }
    }

    /** Stops meeting for a while. */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record PauseGroup(@NotNull GroupId groupId, @Nullable @Size(max = 4_000) String reason)
            implements
                GroupEndCommand {
    }

    @StoredAs("group.paused")
    @CausedBy(PauseGroup.class)
    public record GroupPaused(GroupId groupId, @Nullable String reason) implements GroupEndEvent {
    }

    /** Goes on after a pause. */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record ResumeGroup(@NotNull GroupId groupId) implements GroupEndCommand {
    }

    @StoredAs("group.resumed")
    @CausedBy(ResumeGroup.class)
    public record GroupResumed(GroupId groupId) implements GroupEndEvent {
    }

    /**
     * Ends a group, for all its members.
     *
     * @param summary what was learned
     * @param remains what remains to be done, or to be asked
     */
    @Spoken
    @Command.Ends
    @Command.SeenBefore
    @IssuedBy({MGR, PAR, MEM})
    public record ConcludeGroup(@NotNull GroupId groupId, @NotBlank @Size(max = 20_000) String summary,
            @Nullable @Size(max = 4_000) String remains) implements GroupEndCommand {
    }

    @StoredAs("group.concluded")
    @CausedBy(ConcludeGroup.class)
    public record GroupConcluded(GroupId groupId, String summary, @Nullable String remains, Loose open)
            implements
                GroupEndEvent {

        @Override
        public List<Due> dues() {
            return open.dues(this);
        }
    }

    /**
     * Ends a group for another one in which its people go on: a member of both does. Whoever is in it comes into the other
     * one, guests as guests.
     *
     * @param into the other group, which has not ended
     */
    @Spoken
    @Command.Ends
    @Command.SeenBefore
    @IssuedBy({MGR, PAR, MEM})
    public record MergeGroups(@NotNull GroupId groupId, @NotNull GroupId into,
            @Nullable @Size(max = 4_000) String reason) implements GroupEndCommand {
    }

    /**
     * A group has ended for another one. That its people are in the other one are facts of that one, which follow.
     *
     * @param people who was in it at the end, guests too, in the order in which they had joined
     */
    @StoredAs("group.merged")
    @CausedBy(MergeGroups.class)
    public record GroupsMerged(GroupId groupId, GroupId into, @Nullable String reason, List<Mover> people,
            Loose open) implements GroupEndEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), into.subject());
        }

        @Override
        public List<Due> dues() {
            return open.dues(this);
        }
    }

    /**
     * Somebody who goes on in the other group.
     *
     * @param relevance what they hoped to learn, or to bring
     */
    public record Mover(PersonId personId, String relevance) {
    }

    /**
     * Takes somebody in whose group was merged into this one: the memory does, whoever is not in it already.
     *
     * @param relevance what they hoped to learn there, or to bring
     */
    @IssuedBy(SYS)
    public record TakeIntoGroup(@NotNull GroupId groupId, @NotNull PersonId personId,
            @NotBlank @Size(max = 4_000) String relevance) implements MembershipCommand {
    }

    /** Ends a group that has had too few members for too long: the memory does, once the day has come. */
    @IssuedBy(SYS)
    public record LapseGroup(@NotNull GroupId groupId) implements GroupEndCommand {
    }

    @StoredAs("group.lapsed")
    @CausedBy(LapseGroup.class)
    public record GroupLapsed(GroupId groupId, Loose open) implements GroupEndEvent {

        @Override
        public List<Due> dues() {
            return open.dues(this);
        }
    }
}
