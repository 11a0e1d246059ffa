// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationRecorded;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.consultation.Consultations.State;
import orgmemory.query.consultation.Participant.Part;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsultationsTest {

    private final ConsultationFacts facts = new ConsultationFacts().on("2016-11-01")
            .opened("C-07", "D1", "2016-11-10", "+D4", "P8")
            .on("2016-11-03")
            .invited("C-07", "D1", "P2")
            .on("2016-11-04")
            .advised("C-07", "D4", "Not now.")
            .on("2016-11-06")
            .advised("C-07", "D4", "In the third quarter.")
            .advised("C-07", "P2", "Halve it.")
            .on("2016-11-08")
            .closed("C-07", "D1", List.of("D4", "P2"), "P8")
            .on("2016-11-09")
            .answered("C-07", "D1", "D4", AdviceAnswer.TAKEN)
            .on("2016-11-12")
            .answered("C-07", "D1", "P2", AdviceAnswer.NOT_TAKEN)
            .linked("C-07", "cut/C-MKT");

    @Test
    void says_what_was_asked_by_whom_and_until_when() {
        assertThat(on("2016-11-02")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.OPEN);
            assertThat(it.question()).isEqualTo(ConsultationFacts.QUESTION);
            assertThat(it.askedBy()).isEqualTo(Subject.of("person/D1"));
            assertThat(it.askedOn()).isEqualTo("2016-11-01");
            assertThat(it.answerBy()).isEqualTo("2016-11-10");
            assertThat(it.participants()).extracting(Participant::part).containsOnly(Part.ASKED);
            assertThat(it.participants()).extracting(Participant::mustBeConsulted)
                    .containsExactly(true, false);
        });
    }

    @Test
    void shows_the_advice_that_counted_on_the_day() {
        assertThat(on("2016-11-05").participants().getFirst().advice()).isEqualTo("Not now.");
        assertThat(on("2016-11-06").participants().getFirst()).satisfies(adviser -> {
            assertThat(adviser.advice()).isEqualTo("In the third quarter.");
            assertThat(adviser.advisedOn()).isEqualTo("2016-11-06");
            assertThat(adviser.part()).isEqualTo(Part.ADVISED);
        });
    }

    @Test
    void calls_who_did_not_answer_silent_and_only_once_it_is_closed() {
        assertThat(part("P8", "2016-11-07")).isEqualTo(Part.ASKED);
        assertThat(part("P8", "2016-11-08")).isEqualTo(Part.SILENT);
        assertThat(on("2016-11-08")).satisfies(it -> {
            assertThat(it.summary()).isEqualTo("Much was heard.");
            assertThat(it.closedOn()).isEqualTo("2016-11-08");
        });
    }

    @Test
    void is_answered_once_each_advice_is() {
        assertThat(on("2016-11-09").state()).isEqualTo(State.CLOSED);
        assertThat(on("2016-11-12")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.ANSWERED);
            assertThat(it.participants()).extracting(Participant::answer)
                    .containsExactly(AdviceAnswer.TAKEN, null, AdviceAnswer.NOT_TAKEN);
            assertThat(it.serves()).containsExactly(Subject.of("cut/C-MKT"));
        });
    }

    @Test
    void that_nobody_answered_stays_closed() {
        var silent = new ConsultationFacts().on("2016-11-01")
                .opened("C", "D1", "2016-11-01", "D4")
                .on("2016-11-02")
                .closed("C", "D1", List.of(), "D4");

        assertThat(silent.fold(new Consultations(), "C").state()).isEqualTo(State.CLOSED);
    }

    @Test
    void that_was_recorded_once_it_was_over_is_of_the_day_on_which_it_was_held() {
        var late = new ConsultationFacts().on("2016-12-20").on("2016-11-05");
        late.by("MEM");
        late.recorded("C-07", "D1", "MKT");

        assertThat(late.fold(new Consultations(), "C-07")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.RECORDED);
            assertThat(it.askedOn()).isEqualTo("2016-11-05");
            assertThat(it.recorder()).isEqualTo(Subject.of("person/MEM"));
            assertThat(it.participants()).extracting(Participant::part).containsExactly(Part.TOOK_PART);
        });
    }

    @Test
    void that_was_taken_over_without_more_than_its_question_says_no_more() {
        var bare = new ConsultationFacts().on("2016-11-05");
        bare.add(new ConsultationRecorded(new ConsultationId("C"), null, null, null, List.of(), "What?",
                null));

        assertThat(bare.fold(new Consultations(), "C")).satisfies(it -> {
            assertThat(it.askedOn()).isNull();
            assertThat(it.askedBy()).isNull();
            assertThat(it.summary()).isNull();
            assertThat(it.participants()).isEmpty();
        });
    }

    @Test
    void who_was_consulted_is_who_spoke_or_was_waited_for() {
        assertThat(on("2016-11-12").participants()).extracting(Participant::heard)
                .containsExactly(true, false, true);
        var waited = new ConsultationFacts().on("2016-11-01")
                .opened("C", "D1", "2016-11-01", "+D4")
                .on("2016-11-02")
                .closed("C", "D1", List.of(), "+D4");
        assertThat(waited.fold(new Consultations(), "C").participants().getFirst().heard()).isTrue();
    }

    private Consultation on(String day) {
        return facts.fold(new Consultations(), "C-07", LocalDate.parse(day));
    }

    private Part part(String person, String day) {
        return on(day).participants()
                .stream()
                .filter(each -> each.personId().value().equals(person))
                .map(Participant::part)
                .findFirst()
                .orElseThrow();
    }
}
