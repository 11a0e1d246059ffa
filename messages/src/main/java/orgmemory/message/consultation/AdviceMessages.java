// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.consultation;

import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.PAR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Capacity.SELF;
import static orgmemory.message.Capacity.STC;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.IssuedBy;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.consultation.ConsultationMessages.ConsultationCommand;
import orgmemory.message.consultation.ConsultationMessages.ConsultationEvent;

/** What somebody who was asked advises, and what becomes of it. */
public final class AdviceMessages {

    private AdviceMessages() {
    }

    /** About what one person advised. */
    public sealed interface AdviceCommand extends ConsultationCommand {

        AdviceId adviceId();

        @Override
        default Subject entity() {
            return adviceId().subject();
        }
    }

    /** Advice has a life of its own, so that several people may give theirs at once. */
    public sealed interface AdviceEvent extends ConsultationEvent {

        AdviceId adviceId();

        @Override
        default Subject entity() {
            return adviceId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(entity(), stream(), adviceId().adviser().subject());
        }
    }

    /** What became of an advice. */
    public enum AdviceAnswer {
        TAKEN, PARTLY, NOT_TAKEN
    }

    /** Answers what one was asked, whatever one's role. As long as the consultation is open, it may be said anew. */
    @Spoken
    @IssuedBy(SELF)
    public record GiveAdvice(@NotNull ConsultationId consultationId,
            @NotBlank @Size(max = 4_000) String advice) implements ConsultationCommand {
    }

    /** Somebody advised, or put another advice in the place of their earlier one. */
    @StoredAs("consultation.advice-given")
    @CausedBy(GiveAdvice.class)
    public record AdviceGiven(ConsultationId consultationId, AdviceId adviceId,
            String advice) implements AdviceEvent {
    }

    /** Says what becomes of an advice: who asked does, or who recorded it for them, once the consultation is closed. */
    @Spoken
    @IssuedBy({MGR, PAR, STC, REC})
    public record RespondToAdvice(@NotNull ConsultationId consultationId, @NotNull AdviceId adviceId,
            @NotNull AdviceAnswer answer, @NotBlank @Size(max = 4_000) String why) implements AdviceCommand {
    }

    @StoredAs("consultation.advice-answered")
    @CausedBy(RespondToAdvice.class)
    public record AdviceAnswered(ConsultationId consultationId, AdviceId adviceId, AdviceAnswer answer,
            String why) implements AdviceEvent {
    }
}
