// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import java.util.regex.Pattern;
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

    @Test
    void what_was_typed_goes_through_a_new_sign_in_and_is_seen_by_nobody_else(Visits visits) {
        for (var look : new Look[] {Look.ENGLISH, Look.HEBREW.withoutScripts()}) {
            var reason = "Written before the session ended " + look;
            var board = signedIn(visits.stranger(look), "D6");
            board.fill("1,000", reason);
            endSession(board.visit());
            board.send().click();
            assertThat(board.visit().find(".banner")).isVisible();
            if (look.scripts()) {
                board.visit().pardon("status of 401");
            }
            signIn(board.visit(), "D6");
            assertThat(board.visit().find("#reason")).hasValue(reason);
            assertThat(board.visit().find("#amountAgorot")).hasValue("1,000");
            assertThat(board.ask(reason)).hasCount(0);
            board.send().click();
            assertThat(board.ask(reason)).hasCount(1);
        }
        var board = signedIn(visits.stranger(Look.ENGLISH.withoutScripts()), "D6");
        board.fill("1,000", "For nobody else");
        endSession(board.visit());
        board.send().click();
        signIn(board.visit(), "D3");
        assertThat(board.page().content()).doesNotContain("For nobody else");
    }

    @Test
    void another_language_keeps_what_was_typed(Visits visits) {
        for (var look : new Look[] {Look.ENGLISH, Look.ENGLISH.withoutScripts()}) {
            var board = Board.open(visits.of("D5", look));
            board.fill("1,000", "Kept in both languages");
            board.visit().find(Board.DIALOG + " .dlg-lang").click();
            assertThat(board.visit().find("html")).hasAttribute("lang", "he");
            assertThat(board.visit().find("#reason")).hasValue("Kept in both languages");
            assertThat(board.visit().find("#amountAgorot")).hasValue("1,000");
            assertThat(board.ask("Kept in both languages")).hasCount(0);

            var log = visits.of("AUD", look).open("/log?kind=budget.cut-proposed");
            log.find("#filter #text").fill("not sent yet");
            log.find("#tools button[name=lang]").click();
            assertThat(log.find("html")).hasAttribute("lang", "he");
            assertThat(log.find("#filter #text")).hasValue("not sent yet");
        }
    }

    @Test
    void escape_asks_before_it_takes_words_away(Visits visits) {
        var board = Board.open(visits.of("D5", Look.HEBREW));
        var visit = board.visit();
        board.way().click();
        visit.find(Board.DIALOG).waitFor();
        board.page().keyboard().press("Escape");
        assertThat(visit.find(Board.DIALOG)).hasCount(0);

        board.fill("1,000", "Hard to write again");
        board.page().keyboard().press("Escape");
        assertThat(visit.find(".dlg-ask")).isVisible();
        assertThat(Accessibility.violations(board.page())).isEmpty();
        visit.find("[data-stay]").click();
        assertThat(visit.find("#reason")).hasValue("Hard to write again");
        board.page().keyboard().press("Escape");
        visit.find(".dlg-ask [data-close]").click();
        assertThat(visit.find(Board.DIALOG)).hasCount(0);
    }

    @Test
    void who_lost_a_race_is_told_who_was_first_and_when(Visits visits) {
        for (var look : new Look[] {Look.ENGLISH, Look.HEBREW.withoutScripts()}) {
            var reason = "Taken back while somebody accepts it " + look;
            var proposer = Board.open(visits.of("D6", Look.ENGLISH.withoutScripts()));
            proposer.propose("1,000", reason);
            var recorder = Board.open(visits.of("REC", look));
            recorder.ask(reason).locator("a[href*='do=AcceptBudgetCut']").click();
            recorder.visit().find("#reason").fill("Agreed");
            proposer.ask(reason).locator("a[href*='do=WithdrawBudgetCut']").click();
            proposer.send().click();
            assertThat(proposer.visit().find(".toast")).isVisible();

            recorder.send().click();
            assertThat(recorder.visit().find(".err-sum")).containsText(Pattern.compile("\\d\\d:\\d\\d"));
            assertThat(recorder.visit().find(".err-sum")).not().containsText("CUT");
            assertThat(recorder.visit().find("#reason")).hasValue("Agreed");
            recorder.visit().pardon("status of 412");
        }
    }

    private static Board signedIn(Visit visit, String person) {
        visit.open("/sign-in?to=" + Board.PATH);
        signIn(visit, person);
        return new Board(visit);
    }

    private static void signIn(Visit visit, String person) {
        visit.find("button[value=" + person + "]").click();
        visit.page().waitForURL("**" + Board.PATH + "*");
    }

    private static void endSession(Visit visit) {
        visit.context().clearCookies(new ClearCookiesOptions().setName("session"));
    }
}
