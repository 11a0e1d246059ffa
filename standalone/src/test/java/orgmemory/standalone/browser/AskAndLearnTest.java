// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Four people, two in Hebrew and two in English, ask each other before they decide, and form a group to learn in. */
@BrowserTest
class AskAndLearnTest {

    private static final String QUESTION = "Could the evening course wait until spring?";
    private static final String ADVICE = "אפשר, אם מודיעים כבר עכשיו";

    @Test
    void four_people_ask_each_other_and_learn_together(Visits visits) {
        var noa = visits.of("D1", Look.HEBREW);
        var yael = visits.of("D3", Look.ENGLISH);
        var tamar = visits.of("D5", Look.HEBREW);
        var eitan = visits.of("D6", Look.ENGLISH);

        consult(yael, noa, tamar, eitan);
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
        tamar.open(Pattern.compile("^https?://[^/]+").matcher(yael.page().url()).replaceFirst(""));
        assertThat(tamar.find("#advice-D1")).containsText(ADVICE);
    }
}
