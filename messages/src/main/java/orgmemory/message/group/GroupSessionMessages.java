// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.PAR;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.CausedBy;
import orgmemory.message.Id;
import orgmemory.message.IssuedBy;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What a group does: what it wants to learn, its sessions, and what comes of them. What is said in sessions stays inside. */
public final class GroupSessionMessages {

    private GroupSessionMessages() {
    }

    public sealed interface GroupSessionCommand extends GroupCommand
            permits SetLearningGoal, ProposeGroupAgendaItem, RecordGroupSession, RecordLearningOutput {
    }

    public sealed interface GroupSessionEvent extends GroupEvent
            permits LearningGoalSet, GroupAgendaItemProposed, GroupSessionRecorded, LearningOutputRecorded {
    }

    /** Says what the group wants to have learned, for the first time or anew. */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record SetLearningGoal(@NotNull GroupId groupId, @NotBlank @Size(max = 4_000) String goal)
            implements
                GroupSessionCommand {
    }

    @StoredAs("group.learning-goal-set")
    @CausedBy(SetLearningGoal.class)
    public record LearningGoalSet(GroupId groupId, String goal) implements GroupSessionEvent {
    }

    /** Proposes what the next session should be about. */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record ProposeGroupAgendaItem(@NotNull GroupId groupId, @NotBlank @Size(max = 4_000) String item)
            implements
                GroupSessionCommand {

        @Override
        public Visibility visibility() {
            return Visibility.group(groupId);
        }
    }

    @StoredAs("group.agenda-item-proposed")
    @CausedBy(ProposeGroupAgendaItem.class)
    public record GroupAgendaItemProposed(GroupId groupId, String item) implements GroupSessionEvent {
    }

    /**
     * Records a session: whoever leads does, or any other member.
     *
     * @param attendance who was there, each once, guests and visitors among them
     * @param contents   what it was about
     * @param insights   what those who were there take along
     */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record RecordGroupSession(@NotNull GroupId groupId,
            @NotEmpty @Size(max = 200) List<@NotNull PersonId> attendance,
            @NotBlank @Size(max = 20_000) String contents, @Nullable @Size(max = 20_000) String insights)
            implements
                GroupSessionCommand {

        @Override
        public Visibility visibility() {
            return Visibility.group(groupId);
        }
    }

    @StoredAs("group.session-recorded")
    @CausedBy(RecordGroupSession.class)
    public record GroupSessionRecorded(GroupId groupId, List<PersonId> attendance, String contents,
            @Nullable String insights) implements GroupSessionEvent {

        @Override
        public List<Subject> subjects() {
            return Stream.concat(Stream.of(stream()), attendance.stream().map(Id::subject))
                    .distinct()
                    .toList();
        }
    }

    /** Records what has come of the learning, for all. */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record RecordLearningOutput(@NotNull GroupId groupId, @NotBlank @Size(max = 4_000) String output)
            implements
                GroupSessionCommand {
    }

    @StoredAs("group.learning-output-recorded")
    @CausedBy(RecordLearningOutput.class)
    public record LearningOutputRecorded(GroupId groupId, String output) implements GroupSessionEvent {
    }
}
