// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.message.Command;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.InviteToConsultation;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import orgmemory.message.consultation.ConsultationMessages.RecordConsultation;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.Choices;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.Choices.Question;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.SpecialForm;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.States.State;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the forms of consultations begin with, which of them are of use, and the question beside an answer to it. */
@Component
class ConsultationForms implements SpecialForm {

    private static final int DAYS_TO_ANSWER = 7;

    private final ConsultationReads reads;
    private final Names names;

    ConsultationForms(ConsultationReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    /** What an answer is to: the question, and of an advice who gave it. */
    record About(Consultation it, Optional<Participant> adviser) {
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Set.of(OpenConsultation.class, InviteToConsultation.class, GiveAdvice.class,
                CloseConsultation.class, RespondToAdvice.class, RecordConsultation.class,
                LinkConsultation.class);
    }

    @Override
    public boolean offered(Draft draft) {
        return about(draft)
                .map(about -> new ConsultationActions(draft.page(), about.it()).may(draft.command()))
                .orElse(true);
    }

    @Override
    public Map<String, String> begin(Draft draft) {
        var today = draft.page().today();
        if (draft.of(OpenConsultation.class)) {
            return Map.of("answerBy", today.plusDays(DAYS_TO_ANSWER).toString());
        }
        if (draft.of(RecordConsultation.class)) {
            var kept = draft.value("envelope.occurredOn");
            return Map.of("heldOn", kept.isEmpty() ? today.toString() : kept, "participants[0]", "");
        }
        var begun = new LinkedHashMap<String, String>();
        if (draft.of(GiveAdvice.class)) {
            about(draft).flatMap(about -> new ConsultationActions(draft.page(), about.it()).asked())
                    .map(Participant::advice)
                    .ifPresent(advice -> begun.put("advice", advice));
        }
        return begun;
    }

    @Override
    public Optional<Addition> addition(Draft draft) {
        return about(draft)
                .map(about -> new Addition("consultation/consultation :: about", null, Set.of(), about));
    }

    private Optional<About> about(Draft draft) {
        var id = draft.value("consultationId");
        return id.isEmpty()
                ? Optional.empty()
                : reads.one(id, draft.page())
                        .map(State::it)
                        .map(it -> new About(it, it.participants()
                                .stream()
                                .filter(each -> each.adviceId(it.consultationId())
                                        .value()
                                        .equals(draft.value("adviceId")))
                                .findFirst()));
    }

    @Bean
    Choices consultationChoices() {
        return Choices.of(ConsultationId.class, question -> of(question)
                .filter(it -> new ConsultationActions(question.draft().page(), it)
                        .may(question.draft().command()))
                .map(it -> new Choice(it.consultationId().value(),
                        names.in(question.draft().page().language()).of(it.consultationId().subject())))
                .toList());
    }

    @Bean
    Choices adviceChoices() {
        return Choices.of(AdviceId.class, question -> of(question)
                .flatMap(it -> advice(it, question.draft().page()))
                .toList());
    }

    private Stream<Choice> advice(Consultation it, Page page) {
        var may = new ConsultationActions(page, it);
        var called = names.in(page.language());
        return it.participants()
                .stream()
                .filter(may::answers)
                .map(each -> new Choice(each.adviceId(it.consultationId()).value(),
                        called.of(each.personId().subject()), called.of(it.consultationId().subject())));
    }

    /** The consultation that the form names, else all. */
    private Stream<Consultation> of(Question question) {
        var id = question.draft().value("consultationId");
        List<Consultation> all = reads.all(question.draft().page());
        return all.stream().filter(it -> id.isEmpty() || it.consultationId().value().equals(id));
    }
}
