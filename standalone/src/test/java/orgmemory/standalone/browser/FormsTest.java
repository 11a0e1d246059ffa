// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import org.junit.jupiter.api.Test;

/** Forms say what is wrong where it is wrong, keep what was typed, act once, and find the way back after a new sign-in. */
@BrowserTest
class FormsTest {

    @Test
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(Visits visits) {
        for (var look : new Look[] {Look.HEBREW, Look.ENGLISH}) {
            var board = Board.open(visits.of("D5", look));
            board.way().click();
            var visit = board.visit();
            visit.find("#amountAgorot").fill("a lot");
            visit.find("#reason").fill("Kept as typed");
            board.send().click();
            assertThat(visit.find(".err-sum")).isVisible();
            visit.pardon("status of 4");
            for (var field : new String[] {"#amountAgorot", "#expectedConsequence"}) {
                assertThat(visit.find(field)).hasAttribute("aria-invalid", "true");
                var error = visit.find(field).getAttribute("aria-describedby").split(" ", -1)[0];
                assertThat(visit.find("#" + error)).isVisible();
            }
            assertThat(visit.find("#amountAgorot")).isFocused();
            assertThat(visit.find("#amountAgorot")).hasValue("a lot");
            assertThat(visit.find("#reason")).hasValue("Kept as typed");
            assertThat(Accessibility.violations(board.page())).isEmpty();
            board.page().keyboard().press("Escape");
        }
    }

    @Test
    void an_amount_with_nothing_typed_is_missing_rather_than_wrong(Visits visits) {
        var board = Board.open(visits.of("D5", Look.ENGLISH));
        board.fill("", "No amount");
        board.send().click();
        assertThat(board.visit().find("#e-amountAgorot")).hasText("is missing");
        board.visit().pardon("status of 4");
    }

    @Test
    void a_form_that_is_sent_twice_acts_once(Visits visits) {
        for (var look : new Look[] {Look.ENGLISH, Look.ENGLISH.withoutScripts()}) {
            var reason = "Pressed twice " + look;
            var board = Board.open(visits.of("D5", look));
            board.fill("1,000", reason);
            board.send().dblclick();
            board.ask(reason).first().waitFor();
            // Anything that a second sending did would be there before what is proposed after it.
            board.propose("1,000", "After " + reason);
            assertThat(board.ask(reason)).hasCount(2);
        }
    }

    @Test
    void whoever_is_signed_out_meanwhile_signs_in_and_is_back(Visits visits) {
        var visit = visits.stranger(Look.ENGLISH);
        visit.open("/sign-in?to=" + Board.PATH);
        // It listens for itself, so that it is seen when it follows: one that does not yet would see by itself that nobody
        // is signed in any more.
        visit.context().addInitScript(OneStreamTest.WITHOUT_WORKERS);
        visit.page().waitForResponse("**/live", () -> visit.find("button[value=D6]").click());
        visit.page().waitForURL("**" + Board.PATH);
        var board = new Board(visit);
        visit.context()
                .clearCookies(new ClearCookiesOptions()
                        .setName("session"));
        board.way().click();
        visit.page().waitForURL("**/sign-in?*");
        visit.pardon("status of 401");
        visit.find("button[value=D6]").click();
        visit.page().waitForURL("**" + Board.PATH + "*");
        assertThat(board.way()).isVisible();
    }
}
