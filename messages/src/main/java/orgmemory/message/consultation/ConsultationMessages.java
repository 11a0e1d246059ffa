// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.consultation;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.PAR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Capacity.STC;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Due;
import orgmemory.message.Event;
import orgmemory.message.Id;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.Envelope.OccurredOn;
import orgmemory.message.OfType;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.consultation.AdviceMessages.AdviceCommand;
import orgmemory.message.consultation.AdviceMessages.AdviceEvent;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.group.GroupId;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A consultation: opened, advised in, closed and answered while it lives, or recorded as a whole once it is over. */
public final class ConsultationMessages {

    /** What is due by the day that is said at the opening, until the close. */
    private static final String ANSWERS = "consultation.answers";

    private ConsultationMessages() {
    }

    public sealed interface ConsultationCommand extends Command
            permits
            OpenConsultation,
            InviteToConsultation,
            GiveAdvice,
            CloseConsultation,
            AdviceCommand,
            RecordConsultation,
            LinkConsultation {

        ConsultationId consultationId();

        @Override
        default Subject stream() {
            return consultationId().subject();
        }
    }

    public sealed interface ConsultationEvent extends Event
            permits
            ConsultationOpened,
            InvitedToConsultation,
            ConsultationClosed,
            AdviceEvent,
            ConsultationRecorded,
            ConsultationLinked {

        ConsultationId consultationId();

        @Override
        default Subject stream() {
            return consultationId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream());
        }
    }

    /**
     * Somebody who is asked.
     *
     * @param mustBeConsulted whether nothing may be decided before they could answer
     */
    public record Invitation(@NotNull PersonId personId, boolean mustBeConsulted) {
    }

    /**
     * Asks others before something is decided. Whoever speaks is who asks.
     *
     * @param answerBy the last day on which answers are hoped for
     * @param invited  each once, and not who asks
     */
    @Spoken
    @IssuedBy({MGR, PAR, STC})
    public record OpenConsultation(@NewId ConsultationId consultationId, @NotNull ConsultationKind kind,
            @NotBlank @Size(max = 20_000) String question, @NotNull LocalDate answerBy,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid Invitation> invited)
            implements
                ConsultationCommand {
    }

    @StoredAs("consultation.opened")
    @CausedBy(OpenConsultation.class)
    public record ConsultationOpened(ConsultationId consultationId, ConsultationKind kind, String question,
            LocalDate answerBy, List<Invitation> invited) implements ConsultationEvent {

        @Override
        public List<Subject> subjects() {
            return with(stream(), invited.stream().map(Invitation::personId));
        }

        @Override
        public List<Due> dues() {
            return List.of(Due.on(answerBy, stream(), ANSWERS));
        }
    }

    /** Asks one more person, as long as the consultation is open: who asks does, or who recorded it for them. */
    @Spoken
    @IssuedBy({MGR, PAR, STC, REC})
    public record InviteToConsultation(@NotNull ConsultationId consultationId, @NotNull PersonId personId,
            boolean mustBeConsulted) implements ConsultationCommand {
    }

    @StoredAs("consultation.invited")
    @CausedBy(InviteToConsultation.class)
    public record InvitedToConsultation(ConsultationId consultationId, PersonId personId,
            boolean mustBeConsulted) implements ConsultationEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), personId.subject());
        }
    }

    /**
     * Ends the asking: who asked does, or who recorded it for them. While somebody who must be consulted has not answered, not
     * before the day by which they were to.
     *
     * @param summary what was heard, for those who were not there
     */
    @Spoken
    @IssuedBy({MGR, PAR, STC, REC})
    public record CloseConsultation(@NotNull ConsultationId consultationId,
            @NotBlank @Size(max = 20_000) String summary) implements ConsultationCommand {
    }

    /**
     * The asking is over.
     *
     * @param advisers who advised
     * @param silent   who was invited and did not; that is never agreement
     */
    @StoredAs("consultation.closed")
    @CausedBy(CloseConsultation.class)
    public record ConsultationClosed(ConsultationId consultationId, String summary, List<PersonId> advisers,
            List<Invitation> silent) implements ConsultationEvent {

        @Override
        public List<Subject> subjects() {
            return with(stream(),
                    Stream.concat(advisers.stream(), silent.stream().map(Invitation::personId)));
        }

        @Override
        public List<Due> dues() {
            return List.of(Due.noMore(stream(), ANSWERS));
        }
    }

    /**
     * Records a consultation that is over: who took part in it does, a recorder or a memory keeper. What is imported may lack
     * all but the question.
     *
     * @param heldOn       on which day; the day it happened, where it is left out
     * @param askedBy      who asked
     * @param participants who was asked and took part, each once
     * @param heard        what was heard
     */
    @IssuedBy({MEM, REC, MGR, PAR, STC})
    public record RecordConsultation(@NewId ConsultationId consultationId,
            @Nullable @OccurredOn LocalDate heldOn, @Nullable ConsultationKind kind,
            @Nullable @OfType( {
                    PersonId.class, BodyId.class}) Subject askedBy,
            @NotNull @Size(max = 200) List<@NotNull PersonId> participants,
            @NotBlank @Size(max = 20_000) String question,
            @Nullable @Size(max = 20_000) String heard) implements ConsultationCommand{
    }

    @StoredAs("consultation.recorded")
    @CausedBy(RecordConsultation.class)
    public record ConsultationRecorded(ConsultationId consultationId, @Nullable LocalDate heldOn,
            @Nullable ConsultationKind kind, @Nullable Subject askedBy, List<PersonId> participants,
            String question, @Nullable String heard) implements ConsultationEvent {

        @Override
        public List<Subject> subjects() {
            return with(stream(), participants.stream());
        }
    }

    /** Says what a consultation served, once it has a summary. */
    @IssuedBy({MEM, REC, MGR, PAR, STC})
    public record LinkConsultation(@NotNull ConsultationId consultationId,
            @NotNull @OfType( {
                    RoundId.class, CutId.class, GroupId.class}) Subject to)
            implements
                ConsultationCommand{
    }

    @StoredAs("consultation.linked")
    @CausedBy(LinkConsultation.class)
    public record ConsultationLinked(ConsultationId consultationId, Subject to) implements ConsultationEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), to);
        }

        @Override
        public List<Subject> serves() {
            return List.of(to);
        }
    }

    private static List<Subject> with(Subject stream, Stream<PersonId> people) {
        return Stream.concat(Stream.of(stream), people.map(Id::subject)).distinct().toList();
    }
}
