// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Event;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceEvent;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationEvent;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.screen.read.Figure;
import orgmemory.query.screen.read.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where does a consultation stand, and what became of an advice? */
@Component
final class ConsultationFigures implements Figures {

    private final Consultations consultations;

    ConsultationFigures(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<Figure<?>> of(Event event) {
        if (!(event instanceof ConsultationEvent of)) {
            return List.of();
        }
        var whole = new Figure<>(of.stream(), "state", consultations, of.consultationId().value(),
                Consultation::state, true);
        return event instanceof AdviceEvent advice
                ? List.of(whole, answer(advice.adviceId(), of.consultationId()))
                : List.of(whole);
    }

    private Figure<Consultation> answer(AdviceId advice, ConsultationId in) {
        return new Figure<>(advice.subject(), "answer", consultations, in.value(), it -> answers(it, advice),
                true);
    }

    private static @Nullable Object answers(Consultation it, AdviceId advice) {
        return it.participants()
                .stream()
                .filter(each -> each.personId().equals(advice.adviser()))
                .<Object>flatMap(each -> Stream.ofNullable(each.answer()))
                .findFirst()
                .orElse(null);
    }
}
