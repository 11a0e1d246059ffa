// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.people.ManagerKind;
import orgmemory.query.Facts;
import orgmemory.query.people.PeopleFacts;
import orgmemory.query.screen.Noted;
import orgmemory.query.screen.PageServer;
import orgmemory.query.screen.Seen;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsultationPagesTest {

    private static final Noted DESK = new Noted();
    private static final PageServer SERVER = PageServer.of(facts(), "2016-11-12T10:00:00Z",
            Map.of("D1", Set.of(Capacity.MGR), "D4", Set.of(Capacity.MGR), "P8", Set.of(Capacity.MGR), "REC",
                    Set.of(Capacity.REC), "AUD", Set.of(Capacity.AUD)),
            DESK);

    /** OPEN still asks D4, P8; DONE was closed with P8 silent and D4 unanswered; LATE waits for its close. */
    private static Facts facts() {
        var people = new PeopleFacts().on("2016-09-01");
        for (var id : new String[] {"D1", "D4", "P8", "REC"}) {
            people.registered(id, "מנהל " + id, "Manager " + id)
                    .appointed(id, ManagerKind.DOMAIN, "2013-09-01", 60);
        }
        people.add(new CutRoundOpened(new BudgetYearId("BY2017"), new RoundId("CR-2017-1"), 100, "why",
                List.of()));
        people.add(new BudgetCutProposed(new BudgetYearId("BY2017"), new RoundId("CR-2017-1"),
                new CutId("C-1"), CutKind.OTHER_LINE, new LineId("BY2017:D4"), 12_300, "why", "cost"));
        people.include(new ConsultationFacts().on("2016-11-01")
                .opened("OPEN", "D1", "2016-11-20", "+D4", "P8")
                .opened("DONE", "D1", "2016-11-05", "D4", "P8")
                .advised("DONE", "D4", "In the third quarter.")
                .opened("LATE", "D4", "2016-11-05", "P8")
                .on("2016-11-08")
                .closed("DONE", "D1", List.of("D4"), "P8")
                .linked("DONE", "round/CR-2017-1")
                .linked("DONE", "cut/C-1"));
        people.include(new ConsultationFacts().on("2016-11-02")
                .opened("OWN", "P8", "2016-11-05", "D1")
                .advised("OWN", "D1", "Do it slowly.")
                .on("2016-11-06")
                .closed("OWN", "P8", List.of("D1"))
                .answered("OWN", "P8", "D1", AdviceAnswer.NOT_TAKEN));
        return people;
    }

    @Test
    void home_asks_for_advice_for_a_close_and_for_answers_of_those_whom_it_concerns() {
        assertThat(see("D4", "/").text()).contains("Manager D1 asks for your advice by 20 November 2016")
                .contains("Nobody is waited for any more");
        assertThat(see("D1", "/").text()).contains("Say what becomes of the advice you were given (1)");
        assertThat(see("REC", "/").text()).doesNotContain("asks for your advice", "Say what becomes");
        assertThat(see("D4", "/?asOf=2016-11-10").text()).doesNotContain("asks for your advice");
    }

    @Test
    void one_s_own_advice_is_listed_with_what_became_of_it() {
        assertThat(see("D1", "/consultations").text()).contains("My advice", "Do it slowly.", "not taken");
        assertThat(see("D4", "/consultations").text()).contains("In the third quarter.", "not answered yet");
        assertThat(see("P8", "/consultations").text()).doesNotContain("My advice");
    }

    @Test
    void who_did_not_answer_is_called_silent_and_nothing_else() {
        assertThat(see("AUD", "/consultations/DONE").text()).contains("Manager P8 invited, silent",
                "Who did not answer has not agreed.");
        assertThat(see("AUD", "/consultations/DONE?asOf=2016-11-07").text()).contains("Manager P8 asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D4 OPEN GiveAdvice", "REC OPEN GiveAdvice", "D1 OPEN InviteToConsultation",
            "D1 OPEN CloseConsultation", "D1 DONE LinkConsultation", "REC DONE LinkConsultation"})
    void each_may_do_what_is_theirs(String who) {
        var part = who.split(" ", -1);
        assertThat(see(part[0], "/consultations/" + part[1]).html()).contains("do=" + part[2]);
        assertThat(see(part[0], "/consultations/" + part[1] + "?do=" + part[2]).html()).contains("<dialog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D1 OPEN GiveAdvice", "D4 OPEN InviteToConsultation", "D4 OPEN CloseConsultation",
            "D4 DONE GiveAdvice", "D4 DONE LinkConsultation", "AUD OPEN GiveAdvice"})
    void nobody_is_offered_what_is_not(String who) {
        var part = who.split(" ", -1);
        assertThat(see(part[0], "/consultations/" + part[1]).html()).doesNotContain("do=" + part[2]);
        assertThat(see(part[0], "/consultations/" + part[1] + "?do=" + part[2]).html())
                .doesNotContain("<dialog");
    }

    @Test
    void an_answer_is_given_where_the_advice_stands() {
        var page = "/consultations/DONE?do=RespondToAdvice&adviceId=DONE:D4";
        assertThat(see("D1", "/consultations/DONE").html()).contains("do=RespondToAdvice");
        assertThat(see("D1", page).text()).contains("Say what becomes of it", "In the third quarter.");
        assertThat(see("D4", page).html()).doesNotContain("<dialog");
    }

    @Test
    void an_advice_that_is_said_anew_begins_with_what_was_said() {
        assertThat(see("D4", "/consultations/OPEN?do=GiveAdvice").html()).contains("<textarea");
        assertThat(see("D4", "/consultations/NONE", 404).text()).contains("There is no consultation NONE");
        assertThat(see("D4", "/consultations/OPEN?asOf=2016-10-31", 404).text())
                .contains("at least not yet on that day");
    }

    @Test
    void what_it_served_keeps_its_name_though_the_last_that_is_known_of_it_is_the_link() {
        assertThat(see("AUD", "/consultations/DONE").text()).contains("Cut of BY2017:D4: ₪123");
    }

    @Test
    void the_list_can_be_taken_away() {
        assertThat(see("AUD", "/consultations?format=csv").html()).contains("OPEN", "DONE",
                ConsultationFacts.QUESTION);
    }

    private static Seen see(String person, String path) {
        return see(person, path, 200);
    }

    private static Seen see(String person, String path, int status) {
        var seen = Seen.of(SERVER.get(path, person, "en"));
        assertThat(seen.status()).as(path).isEqualTo(status);
        return seen;
    }
}
