// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswered;
import orgmemory.message.consultation.AdviceMessages.AdviceGiven;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationClosed;
import orgmemory.message.consultation.ConsultationMessages.ConsultationEvent;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.ConsultationLinked;
import orgmemory.message.consultation.ConsultationMessages.ConsultationOpened;
import orgmemory.message.consultation.ConsultationMessages.ConsultationRecorded;
import orgmemory.message.consultation.ConsultationMessages.InvitedToConsultation;
import orgmemory.message.people.PersonId;
import orgmemory.query.consultation.Participant.Part;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was asked, who was asked, what did they say, and what became of it? */
@Component
public final class Consultations implements View<Consultations.Consultation> {

    /** Where a consultation stands. */
    public enum State {
        OPEN, CLOSED,
        /** Closed, and each advice has its answer. */
        ANSWERED,
        /** Recorded as a whole once it was over. */
        RECORDED
    }

    /**
     * A consultation, with its words: they are what it is about.
     *
     * @param state        absent where neither its opening nor its end is known
     * @param askedBy      who asked; absent where that was not taken over
     * @param recorder     who recorded it for them, or once it was over; absent where they did themselves
     * @param askedOn      the day of the question, or on which it was held
     * @param answerBy     the last day on which answers were hoped for
     * @param summary      what was heard; nothing rests on it before it has one
     * @param participants who was asked, in the order in which they were
     * @param serves       what it was linked to
     */
    public record Consultation(ConsultationId consultationId, @Nullable State state,
            @Nullable ConsultationKind kind, @Nullable Subject askedBy, @Nullable Subject recorder,
            @Nullable LocalDate askedOn, @Nullable LocalDate answerBy, @Nullable LocalDate closedOn,
            @Nullable String question, @Nullable String summary, List<Participant> participants,
            List<Subject> serves) {

        public boolean open() {
            return state == State.OPEN;
        }

        private Consultation opened(ConsultationOpened event, Fact fact) {
            var asked = closedOn == null ? State.OPEN : State.CLOSED;
            return new Consultation(consultationId, asked, event.kind(), fact.envelope().speaker(),
                    fact.envelope().recorder(), fact.day(), event.answerBy(), closedOn, event.question(),
                    summary, participants, serves).inviting(
                            event.invited()
                                    .stream()
                                    .map(each -> Participant.asked(each.personId(), each.mustBeConsulted(),
                                            Part.ASKED)));
        }

        private Consultation recorded(ConsultationRecorded event, Fact fact) {
            var by = fact.envelope().actor();
            return new Consultation(consultationId, State.RECORDED, event.kind(), event.askedBy(),
                    by.equals(event.askedBy()) ? null : by, event.heldOn() == null ? null : fact.day(), null,
                    null, event.question(), event.heard(), participants, serves)
                    .inviting(event.participants()
                            .stream()
                            .map(each -> Participant.asked(each, false, Part.TOOK_PART)));
        }

        private Consultation closed(ConsultationClosed event, LocalDate day) {
            return new Consultation(consultationId, State.CLOSED, kind, askedBy, recorder, askedOn, answerBy,
                    day, question, event.summary(), participants, serves);
        }

        /** Whoever has said something already stays as they are. */
        private Consultation inviting(Stream<Participant> more) {
            var all = new ArrayList<>(participants);
            more.filter(each -> all.stream().noneMatch(known -> known.personId().equals(each.personId())))
                    .forEach(all::add);
            return with(all, serves);
        }

        private Consultation changing(PersonId person, UnaryOperator<Participant> change) {
            var known = inviting(Stream.of(Participant.asked(person, false, Part.ASKED)));
            return known.with(known.participants.stream()
                    .map(each -> each.personId().equals(person) ? change.apply(each) : each)
                    .toList(), serves);
        }

        private Consultation serving(Subject to) {
            return with(participants, Stream.concat(serves.stream(), Stream.of(to)).distinct().toList());
        }

        /** Once it is closed, who has not answered was silent; once each advice is answered, so is the whole. */
        private Consultation settled() {
            if (state != State.CLOSED && state != State.ANSWERED) {
                return this;
            }
            var all = participants.stream().map(Participant::over).toList();
            var advised = all.stream().filter(Participant::advised).toList();
            boolean done = !advised.isEmpty() && advised.stream().allMatch(each -> each.answer() != null);
            return new Consultation(consultationId, done ? State.ANSWERED : State.CLOSED, kind, askedBy,
                    recorder, askedOn, answerBy, closedOn, question, summary, all, serves);
        }

        private Consultation with(List<Participant> people, List<Subject> served) {
            return new Consultation(consultationId, state, kind, askedBy, recorder, askedOn, answerBy,
                    closedOn, question, summary, List.copyOf(people), served);
        }
    }

    @Override
    public String name() {
        return "Consultations";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Consultation> stateType() {
        return Consultation.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return fact.event() instanceof ConsultationEvent event
                ? List.of(event.consultationId().value())
                : List.of();
    }

    @Override
    public Consultation initial(String key) {
        return new Consultation(new ConsultationId(key), null, null, null, null, null, null, null, null, null,
                List.of(), List.of());
    }

    @Override
    public Consultation evolve(Consultation consultation, Fact fact) {
        return fact.event() instanceof ConsultationEvent event
                ? evolve(consultation, fact, event).settled()
                : consultation;
    }

    private static Consultation evolve(Consultation it, Fact fact, ConsultationEvent event) {
        var day = fact.day();
        return switch (event) {
            case ConsultationOpened opened -> it.opened(opened, fact);
            case InvitedToConsultation invited -> it.inviting(Stream.of(
                    Participant.asked(invited.personId(), invited.mustBeConsulted(), Part.ASKED)));
            case AdviceGiven given -> it.changing(given.adviceId().adviser(),
                    adviser -> adviser.advising(given.advice(), day));
            case AdviceAnswered answered -> it.changing(answered.adviceId().adviser(),
                    adviser -> adviser.answered(answered.answer(), answered.why(), day));
            case ConsultationClosed closed -> it.closed(closed, day);
            case ConsultationRecorded recorded -> it.recorded(recorded, fact);
            case ConsultationLinked linked -> it.serving(linked.to());
        };
    }

    @Override
    public List<Column<Consultation>> columns() {
        return List.of(Column.text("state", it -> it.state() == null ? null : it.state().name()),
                Column.text("kind", it -> it.kind() == null ? null : it.kind().name()),
                Column.day("askedOn", Consultation::askedOn));
    }

    @Override
    public Subject entity(String key) {
        return new ConsultationId(key).subject();
    }

    @Override
    public List<Subject> parts(Consultation it) {
        return it.participants()
                .stream()
                .filter(Participant::advised)
                .map(adviser -> adviser.adviceId(it.consultationId()).subject())
                .toList();
    }
}
