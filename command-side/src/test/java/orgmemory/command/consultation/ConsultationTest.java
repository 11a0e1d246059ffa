// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.consultation;

import static orgmemory.command.consultation.ConsultationFacts.ID;
import static orgmemory.command.consultation.ConsultationFacts.person;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.command.Refused;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationEvent;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.ConsultationLinked;
import orgmemory.message.consultation.ConsultationMessages.ConsultationRecorded;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.message.consultation.ConsultationMessages.RecordConsultation;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsultationTest {

    private static final Subject D1 = Subject.of("person/D1");
    private static final Subject CUT = new CutId("C1").subject();

    private final ConsultationFacts past = new ConsultationFacts();

    @Test
    void is_recorded_once_it_is_over_with_the_day_on_which_it_was_held() {
        var recorded = past.decide(told(D1, "Much."), past.world.who("X", REC));

        assertThat(recorded).isEqualTo(new ConsultationRecorded(ID, past.world.day(), ConsultationKind.PAIR,
                D1, List.of(person("D4")), "Can it wait?", "Much."));
        past.happened("X", recorded);
        Refused.with(EXISTS, "consultation.exists",
                () -> past.decide(told(D1, "Much."), past.world.who("X", REC)));
    }

    @Test
    void is_recorded_by_who_took_part_or_keeps_the_record() {
        assertThat(past.decide(told(D1, "Much."), past.world.who("D4", MGR))).isNotNull();
        assertThat(past.decide(told(D1, "Much."), past.world.who("D1", MGR))).isNotNull();
        assertThat(past.decide(told(D1, "Much."), past.world.who("X", MEM))).isNotNull();
        Refused.with(NOT_ALLOWED, "consultation.not-participant",
                () -> past.decide(told(D1, "Much."), past.world.who("P8", MGR)));
    }

    @Test
    void lacks_nothing_unless_it_is_imported() {
        Refused.with("consultation.asker-missing",
                () -> past.decide(told(null, "Much."), past.world.who("X", REC)));
        Refused.with("consultation.heard-missing",
                () -> past.decide(told(D1, null), past.world.who("X", REC)));
        Refused.with("consultation.kind-missing", () -> past.decide(
                new RecordConsultation(ID, null, null, D1, List.of(person("D4")), "x", "x"),
                past.world.who("X", REC)));
        Refused.with("consultation.nobody-else", () -> past.decide(with(List.of(person("D1"))),
                past.world.who("X", REC)));
        var bare = new RecordConsultation(ID, null, null, null, List.of(), "Can it wait?", null);
        assertThat(past.decide(bare, past.world.importing()))
                .isEqualTo(
                        new ConsultationRecorded(ID, null, null, null, List.of(), "Can it wait?", null));
    }

    @Test
    void names_people_who_are_known_and_each_once() {
        Refused.with(UNKNOWN, "person.unknown",
                () -> past.decide(with(List.of(person("NOBODY"))), past.world.importing()));
        Refused.with(UNKNOWN, "person.unknown",
                () -> past.decide(told(Subject.of("person/NOBODY"), "x"), past.world.importing()));
        Refused.with("consultation.person-twice",
                () -> past.decide(with(List.of(person("D4"), person("D4"))), past.world.importing()));
    }

    @Test
    void serves_what_it_is_linked_to_once_it_has_a_summary() {
        var live = cut(ConsultationFacts.open().on("2016-11-05").advised("D4", "P8"));
        Refused.with("consultation.no-summary", () -> link(live, CUT, "D1"));
        live.on("2016-11-08").closed();

        assertThat(link(live, CUT, "D1")).isEqualTo(new ConsultationLinked(ID, CUT));
        live.does("D1", new LinkConsultation(ID, CUT));
        Refused.with("consultation.linked", () -> link(live, CUT, "D1"));
    }

    @Test
    void serves_nothing_that_is_unknown_or_of_another_kind_or_before_it_was_over() {
        var live = cut(ConsultationFacts.open().on("2016-11-05").advised("D4", "P8")).on("2016-11-08")
                .closed();

        Refused.with(UNKNOWN, "cut.unknown", () -> link(live, Subject.of("cut/C2"), "D1"));
        Refused.with("consultation.serves-no-such-thing", () -> link(live, D1, "D1"));
        Refused.with("consultation.serves-no-such-thing",
                () -> new Consultation().mayReplace(null, new ConsultationLinked(ID, D1), List.of(),
                        live.world.importing()));
        Refused.with(NOT_ALLOWED, "consultation.not-asker", () -> link(live, CUT, "P8"));
        assertThat(live.decide(new LinkConsultation(ID, CUT), live.world.who("P8", REC))).isNotNull();
        live.on("2016-11-07");
        Refused.with("occurred-on.before-last-fact", () -> link(live, CUT, "D1"));
        Refused.with(UNKNOWN, "consultation.unknown", () -> link(past, CUT, "D1"));
    }

    @Test
    void serves_a_group_that_is_there() {
        var live = ConsultationFacts.open().on("2016-11-05").advised("D4", "P8").on("2016-11-08").closed();
        var group = new GroupId("LG-1");
        Refused.with(UNKNOWN, "group.unknown", () -> link(live, group.subject(), "D1"));
        live.happened("D1", new LearningGroupProposed(group, "Teams", "Many lead one", Rhythm.MONTHLY,
                live.world.day().plusDays(60)));

        assertThat(link(live, group.subject(), "D1"))
                .isEqualTo(new ConsultationLinked(ID, group.subject()));
    }

    @Test
    void that_is_imported_without_what_was_heard_serves_nothing_yet() {
        cut(past);
        past.happened("X",
                new ConsultationRecorded(ID, null, null, D1, List.of(person("D4")), "x", null));

        Refused.with("consultation.no-summary",
                () -> past.decide(new LinkConsultation(ID, CUT), past.world.who("X", MEM)));
    }

    @Test
    void tells_the_register_whom_it_heard_or_waited_for_and_what_it_serves() {
        var live = cut(ConsultationFacts.open().on("2016-11-05").advised("P8")).on("2016-11-11")
                .closed()
                .on("2016-11-12")
                .does("D1", new LinkConsultation(ID, CUT));
        var register = live.world.register();
        var day = live.world.day();

        assertThat(List.of(person("P8"), person("D4")))
                .allMatch(person -> register.consulted(ID, person, day));
        assertThat(register.consulted(CUT, person("D4"), day)).isTrue();
        assertThat(register.consulted(CUT, person("D4"), day.minusDays(1))).isFalse();
        assertThat(register.consulted(CUT, person("X"), day)).isFalse();
        assertThat(register.exists(new ConsultationId("C-07").subject(), day)).isTrue();
    }

    @Test
    void has_not_consulted_who_was_silent_without_being_waited_for() {
        var live = ConsultationFacts.open().on("2016-11-05").advised("D4").closed();

        assertThat(live.world.register().consulted(ID, person("D4"), live.world.day())).isTrue();
        assertThat(live.world.register().consulted(ID, person("P8"), live.world.day())).isFalse();
    }

    @Test
    void stays_closed_whichever_of_its_facts_is_put_on_an_earlier_day() {
        var live = ConsultationFacts.open().on("2016-11-05").advised("D4", "P8").closed();
        var facts = live.world.facts();
        var state = ConsultationState.NONE;
        for (var fact : facts.reversed()) {
            if (fact.event() instanceof ConsultationEvent e) {
                state = new Consultation().evolve(state, e, fact.envelope());
            }
        }

        assertThat(state.stage()).isEqualTo(ConsultationState.Stage.CLOSED);
        assertThat(state.advice()).hasSize(2);
    }

    private static Object link(ConsultationFacts facts, Subject to, String person) {
        return facts.decide(new LinkConsultation(ID, to), person);
    }

    private static ConsultationFacts cut(ConsultationFacts facts) {
        var year = new BudgetYearId("BY2017");
        return facts.happened("D1",
                new BudgetCutProposed(year, new RoundId("CR"), new CutId("C1"), CutKind.OTHER_LINE,
                        new LineId("BY2017:D4"), 100, "why", "cost"));
    }

    private static RecordConsultation told(@Nullable Subject askedBy, @Nullable String heard) {
        return new RecordConsultation(ID, null, ConsultationKind.PAIR, askedBy, List.of(person("D4")),
                "Can it wait?", heard);
    }

    private static RecordConsultation with(List<PersonId> participants) {
        return new RecordConsultation(ID, null, ConsultationKind.PAIR, D1, participants, "Can it wait?",
                "Much.");
    }
}
