// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.automation;

import static orgmemory.message.Capacity.FAC;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Capacity.SYS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;

/**
 * A command that was to follow of itself and was refused. The fact or the deadline that it was to follow from is the cause
 * in the envelope.
 */
public final class FollowUpMessages {

    private FollowUpMessages() {
    }

    public sealed interface FollowUpCommand extends Command {

        FollowUpId followUpId();

        @Override
        default Subject stream() {
            return followUpId().subject();
        }
    }

    public sealed interface FollowUpEvent extends Event {

        FollowUpId followUpId();

        /** What the command was about. */
        Subject about();

        @Override
        default Subject stream() {
            return followUpId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream(), about());
        }
    }

    /**
     * Says that a command was refused which the memory asked for of itself.
     *
     * @param about      what it was about
     * @param automation what asked for it, by its name: {@code WhenAppointmentEndedThenLeaveGroups}
     * @param command    the command's name
     * @param rule       the code of the rule that stood against it
     * @param hebrew     the rule's sentence as it was said, in Hebrew
     * @param english    the same in English
     */
    @IssuedBy(SYS)
    public record RecordRefusedFollowUp(@NotNull FollowUpId followUpId, @NotNull Subject about,
            @NotBlank @Size(max = 100) String automation, @NotBlank @Size(max = 100) String command,
            @NotBlank @Size(max = 100) String rule, @NotBlank @Size(max = 2_000) String hebrew,
            @NotBlank @Size(max = 2_000) String english) implements FollowUpCommand {
    }

    @StoredAs("automation.follow-up-refused")
    @CausedBy(RecordRefusedFollowUp.class)
    public record FollowUpRefused(FollowUpId followUpId, Subject about, String automation, String command,
            String rule, String hebrew, String english) implements FollowUpEvent {
    }

    /**
     * Says how somebody has seen to what was refused.
     *
     * @param how what was done instead, or why nothing need be
     */
    @IssuedBy({MEM, FAC, REC})
    public record SettleFollowUp(@NotNull FollowUpId followUpId,
            @NotBlank @Size(max = 20_000) String how) implements FollowUpCommand {
    }

    @StoredAs("automation.follow-up-settled")
    @CausedBy(SettleFollowUp.class)
    public record FollowUpSettled(FollowUpId followUpId, Subject about, String how) implements FollowUpEvent {
    }
}
