// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four people, two in Hebrew and two in English, ask each other before they decide, and form a group to learn in. */
@BrowserTest
class AskAndLearnTest {

    private static final String QUESTION = "Could the evening course wait until spring?";
    private static final String TOPIC = "Reading with five-year-olds";
    private static final String SAID_INSIDE = "What one of us found hard";
    private static final String ADVICE = "אפשר, אם מודיעים כבר עכשיו";

    @Test
    void four_people_ask_each_other_and_learn_together(Visits visits) {
        var noa = visits.of("D1", Look.HEBREW);
        var yael = visits.of("D3", Look.ENGLISH);
        var tamar = visits.of("D5", Look.HEBREW);
        var eitan = visits.of("D6", Look.ENGLISH);

        consult(yael, noa, tamar, eitan);
        learn(tamar, noa, eitan, yael);

        var amir = visits.of("D2", Look.ENGLISH).open(path(tamar));
        assertThat(amir.find("main")).containsText(TOPIC);
        assertThat(amir.find("main")).not().containsText(SAID_INSIDE);
    }

    /** Yael asks three: two answer, one in each language, and one does not; she says what becomes of it. */
    private static void consult(Visit yael, Visit noa, Visit tamar, Visit eitan) {
        yael.open("/consultations").find("a[href*='do=OpenConsultation']").click();
        Dialog.send(yael, "kind", "ADVICE", "question", QUESTION, "answerBy", "2016-12-20",
                "invited[0].personId", "Noa Barkai", "invited[1].personId", "Tamar Levin",
                "invited[2].personId", "Eitan Gal");
        yael.find("main a", QUESTION).first().click();
        assertThat(yael.find("#advice-D1")).isVisible();

        noa.open("/").find("main a[href*='/consultations/']").first().click();
        assertThat(noa.find("main")).containsText(QUESTION);
        Dialog.send(noa, "advice", ADVICE);
        assertThat(yael.find("#advice-D1")).containsText(ADVICE);

        eitan.open("/").find("main a[href*='/consultations/']").first().click();
        Dialog.send(eitan, "advice", "The hall is booked until March, so rather not.");
        assertThat(yael.find("#advice-D6")).containsText("rather not");

        yael.find("a[href*='do=CloseConsultation']").first().click();
        Dialog.send(yael, "summary", "It can wait, if people hear of it now.");
        assertThat(yael.find("#advice-D5")).containsText("silent");
        yael.find("#advice-D1 a[href*='do=RespondToAdvice']").click();
        Dialog.send(yael, "answer", "TAKEN", "why", "We write to everybody today.");
        assertThat(noa.find("#advice-D1")).containsText("We write to everybody today.");
        tamar.open(path(yael));
        assertThat(tamar.find("#advice-D1")).containsText(ADVICE);
    }

    /** Tamar proposes a group; four join, agree how they manage themselves, and she, who joined first, leads first. */
    private static void learn(Visit tamar, Visit noa, Visit eitan, Visit yael) {
        tamar.open("/groups").find("a[href*='do=ProposeLearningGroup']").first().click();
        Dialog.send(tamar, "topic", TOPIC, "relevance", "All of us meet them.", "rhythm", "MONTHLY");
        tamar.open("/groups").find("main a", TOPIC).first().click();
        for (var one : List.of(tamar, noa, eitan, yael)) {
            one.open(path(tamar)).find("a[href*='do=JoinLearningGroup']").click();
            Dialog.send(one, "relevance", "To read better with mine.");
        }
        assertThat(tamar.find("#now")).containsText("יעל שטרן");

        yael.find("a[href*='do=AgreeGroupCharter']").click();
        Dialog.send(yael, "rules", "What is said stays here.", "method", "CONSENT", "leadRotation",
                "ROUND_ROBIN",
                "termMonths", "2", "joining", "OPEN");
        eitan.find("a[href*='do=ActivateGroup']").click();
        Dialog.send(eitan);

        tamar.open("/").find("main a[href*='do=RotateLead']").first().click();
        Dialog.send(tamar);
        assertThat(eitan.find(".ask", "Tamar Levin").first()).containsText("leads");
        tamar.find("a[href*='do=RecordGroupSession']").first().click();
        Dialog.send(tamar, "attendance[0]", "נועה ברקאי", "attendance[1]", "תמר לוין", "contents",
                SAID_INSIDE);
        assertThat(noa.find("#now")).containsText(SAID_INSIDE);
    }

    private static String path(Visit visit) {
        return URI.create(visit.page().url()).getPath();
    }
}
