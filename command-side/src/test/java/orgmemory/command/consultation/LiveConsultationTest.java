// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.consultation;

import static orgmemory.command.consultation.ConsultationFacts.BY;
import static orgmemory.command.consultation.ConsultationFacts.ID;
import static orgmemory.command.consultation.ConsultationFacts.advice;
import static orgmemory.command.consultation.ConsultationFacts.answer;
import static orgmemory.command.consultation.ConsultationFacts.invited;
import static orgmemory.command.consultation.ConsultationFacts.person;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswered;
import orgmemory.message.consultation.AdviceMessages.AdviceGiven;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.ConsultationClosed;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.ConsultationOpened;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.consultation.ConsultationMessages.InviteToConsultation;
import orgmemory.message.consultation.ConsultationMessages.InvitedToConsultation;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveConsultationTest {

    private final ConsultationFacts facts = ConsultationFacts.open();

    @Test
    void is_opened_with_a_question_to_others() {
        var fresh = new ConsultationFacts();
        var asked = List.of(invited("D4", true), invited("X", false));

        assertThat(fresh.decide(question(BY, asked), "D1"))
                .isEqualTo(new ConsultationOpened(ID, ConsultationKind.ADVICE, "Can it wait?", BY, asked));
    }

    @Test
    void asks_nobody_twice_nor_who_asks_nor_who_is_unknown() {
        var fresh = new ConsultationFacts();

        Refused.with("consultation.person-twice",
                () -> fresh.decide(question(BY, List.of(invited("D4", true), invited("D4", false))), "D1"));
        Refused.with("consultation.asks-oneself",
                () -> fresh.decide(question(BY, List.of(invited("D4", true), invited("D1", true))), "D1"));
        Refused.with(UNKNOWN, "person.unknown",
                () -> fresh.decide(question(BY, List.of(invited("NOBODY", true))), "D1"));
        Refused.with(EXISTS, "consultation.exists",
                () -> facts.decide(question(BY, List.of(invited("D4", true))), "D1"));
    }

    @Test
    void asks_for_answers_by_no_day_that_is_over() {
        var fresh = new ConsultationFacts();
        var asked = List.of(invited("D4", true));

        assertThat(fresh.decide(question(fresh.world.day(), asked), "D1")).isNotNull();
        Refused.with("consultation.answer-by-past",
                () -> fresh.decide(question(fresh.world.day().minusDays(1), asked), "D1"));
    }

    @Test
    void invites_others_as_long_as_it_is_open() {
        assertThat(facts.decide(invite("X"), "D1"))
                .isEqualTo(new InvitedToConsultation(ID, person("X"), true));
        Refused.with("consultation.invited", () -> facts.decide(invite("D4"), "D1"));
        Refused.with("consultation.asks-oneself", () -> facts.decide(invite("D1"), "D1"));
        Refused.with(UNKNOWN, "person.unknown", () -> facts.decide(invite("NOBODY"), "D1"));
        Refused.with(NOT_ALLOWED, "consultation.not-asker", () -> facts.decide(invite("X"), "P8"));
        Refused.with("occurred-on.before-whole", () -> facts.on("2016-10-31").decide(invite("X"), "D1"));
        facts.on("2016-11-02").advised("D4", "P8").closed();
        Refused.with("consultation.not-open", () -> facts.decide(invite("X"), "D1"));
    }

    @Test
    void is_known_before_anything_is_said_in_it() {
        var none = new ConsultationFacts();

        for (var command : List.of(invite("X"), new GiveAdvice(ID, "x"), new CloseConsultation(ID, "x"),
                answer("D4"))) {
            Refused.with(UNKNOWN, "consultation.unknown", () -> none.decide(command, "D1"));
        }
    }

    @Test
    void hears_advice_of_those_who_were_asked() {
        assertThat(facts.decide(new GiveAdvice(ID, "Let it wait."), "D4"))
                .isEqualTo(new AdviceGiven(ID, advice("D4"), "Let it wait."));
        Refused.with(NOT_ALLOWED, "consultation.not-invited",
                () -> facts.decide(new GiveAdvice(ID, "x"), "X"));
        Refused.with(NOT_ALLOWED, "consultation.not-invited",
                () -> facts.decide(new GiveAdvice(ID, "x"), "D1"));
        facts.does("D1", invite("X"));
        assertThat(facts.decide(new GiveAdvice(ID, "x"), "X")).isNotNull();
    }

    @Test
    void hears_what_a_recorder_tells_of_who_was_asked_and_of_no_body() {
        var event = facts.decide(new GiveAdvice(ID, "Let it wait."), recorder("person/D4"));

        assertThat(event).isEqualTo(new AdviceGiven(ID, advice("D4"), "Let it wait."));
        Refused.with("on-behalf-of.type",
                () -> facts.decide(new GiveAdvice(ID, "x"), recorder("body/STC")));
    }

    @Test
    void lets_advice_be_said_anew_while_it_is_open_and_counts_it_once() {
        facts.on("2016-11-03").advised("D4").on("2016-11-04").advised("D4");

        assertThat(facts.state().advice()).hasSize(1);
        Refused.with("occurred-on.before-last-fact",
                () -> facts.on("2016-11-03").decide(new GiveAdvice(ID, "x"), "D4"));
    }

    @Test
    void takes_late_advice_of_one_whatever_another_said_since() {
        facts.on("2016-11-05").advised("D4").on("2016-11-03");

        assertThat(facts.decide(new GiveAdvice(ID, "x"), "P8")).isNotNull();
        Refused.with("occurred-on.before-whole",
                () -> facts.on("2016-10-31").decide(new GiveAdvice(ID, "x"), "P8"));
    }

    @Test
    void is_closed_with_who_was_heard_and_who_was_silent() {
        facts.on("2016-11-03").advised("D4");

        assertThat(close("D1")).isEqualTo(new ConsultationClosed(ID, "So we heard.", List.of(person("D4")),
                List.of(invited("P8", false))));
        Refused.with(NOT_ALLOWED, "consultation.not-asker", () -> close("D4"));
        facts.closed();
        Refused.with("consultation.not-open", () -> close("D1"));
        Refused.with("consultation.not-open", () -> facts.decide(new GiveAdvice(ID, "late"), "P8"));
    }

    @Test
    void waits_for_whom_must_be_consulted_until_the_day_that_was_said() {
        facts.on("2016-11-10").advised("P8");
        Refused.with("consultation.too-early", () -> close("D1"));

        facts.on("2016-11-11");

        assertThat(((ConsultationClosed) close("D1")).silent()).containsExactly(invited("D4", true));
    }

    @Test
    void is_not_closed_on_a_day_before_the_last_advice() {
        facts.on("2016-11-05").advised("D4", "P8").on("2016-11-04");

        Refused.with("occurred-on.before-last-fact", () -> close("D1"));
    }

    @Test
    void answers_each_advice_once_and_after_it_was_closed() {
        facts.on("2016-11-05").advised("D4", "P8");
        Refused.with("consultation.still-open", () -> facts.decide(answer("D4"), "D1"));
        facts.on("2016-11-08").closed();

        assertThat(facts.decide(answer("D4"), "D1"))
                .isEqualTo(new AdviceAnswered(ID, advice("D4"), AdviceAnswer.PARTLY, "Some of it."));
        Refused.with(NOT_ALLOWED, "consultation.not-asker", () -> facts.decide(answer("D4"), "D4"));
        Refused.with(UNKNOWN, "advice.unknown", () -> facts.decide(answer("X"), "D1"));
        Refused.with("occurred-on.before-last-fact", () -> facts.on("2016-11-07").decide(answer("D4"), "D1"));
        facts.on("2016-11-08").does("D1", answer("D4"));
        Refused.with("advice.answered", () -> facts.decide(answer("D4"), "D1"));
    }

    @Test
    void is_led_by_who_recorded_it_for_who_asked_too() {
        var own = new ConsultationFacts();
        own.happened("P8", own.decide(question(BY, List.of(invited("D4", false))), "D1"));
        // As if P8 had recorded it for D1.
        var state = own.state().askedBy(Subject.of("person/D1"), Subject.of("person/P8"), BY);

        assertThat(LiveConsultation.close(state, new CloseConsultation(ID, "x"),
                own.world.who("P8", Capacity.REC))).isNotNull();
        Refused.with(NOT_ALLOWED, "consultation.not-asker", () -> LiveConsultation.close(state,
                new CloseConsultation(ID, "x"), own.world.who("D4", Capacity.REC)));
    }

    @Test
    void that_is_imported_is_held_to_form_alone() {
        var imported = facts.on("2016-11-02").world.importing();

        assertThat(facts.decide(new CloseConsultation(ID, "x"), imported)).isNotNull();
        assertThat(facts.decide(new GiveAdvice(ID, "x"), imported)).isNotNull();
    }

    private static OpenConsultation question(LocalDate by, List<Invitation> invited) {
        return new OpenConsultation(ID, ConsultationKind.ADVICE, "Can it wait?", by, invited);
    }

    private static InviteToConsultation invite(String person) {
        return new InviteToConsultation(ID, person(person), true);
    }

    private Object close(String person) {
        return facts.decide(new CloseConsultation(ID, "So we heard."), person);
    }

    private DecisionContext recorder(String speaker) {
        var own = facts.world.envelope("P8", Capacity.REC, Attestation.REPORTED);
        return new DecisionContext(new Envelope(own.actor(), own.capacity(), Subject.of(speaker),
                own.attestation(), own.occurredOn(), null, null, own.visibility(), null, own.language(),
                own.commandId()), World.TODAY, facts.world.register());
    }
}
