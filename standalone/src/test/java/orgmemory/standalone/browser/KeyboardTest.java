// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Whoever has no mouse goes everywhere and does everything by keyboard, and always sees where they are. */
@BrowserTest
class KeyboardTest {

    private static final int FAR = 60;

    @Test
    void the_first_stop_skips_to_the_content_and_the_menu_is_walked_through(Visits visits) {
        var visit = visits.of("D4", Look.HEBREW).open(Board.PATH);
        visit.page().keyboard().press("Tab");
        assertThat(visit.focused()).hasAttribute("href", "#main");
        assertThat(visit.focused()).isInViewport();
        visit.page().keyboard().press("Enter");
        assertThat(visit.find("#main")).isFocused();
        visit.page().keyboard().press("Tab");
        assertThat(visit.find("#main *:focus")).hasCount(1);

        visit.open(Board.PATH);
        tabTo(visit, visit.find("#nav a[href='/rounds']"));
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/rounds");
        assertThat(visit.find("#nav a[aria-current=page]")).hasAttribute("href", "/rounds");
    }

    @Test
    void the_day_is_chosen_in_the_date_bar(Visits visits) {
        var visit = visits.of("D4", Look.ENGLISH).open(Board.PATH);
        tabTo(visit, visit.find("#asOf"));
        visit.page().keyboard().type("11102016");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**asOf=2016-11-10*");
        assertThat(visit.find("#when .banner")).isVisible();
    }

    @Test
    void the_arrows_of_the_rail_lead_to_the_past_and_back_as_one_reads(Visits visits) {
        walk(visits.of("D4", Look.HEBREW), "ArrowRight", "ArrowLeft");
        walk(visits.of("D4", Look.ENGLISH), "ArrowLeft", "ArrowRight");
    }

    private static void walk(Visit visit, String back, String forth) {
        visit.open(Board.PATH);
        var gap = visit.find("#tile-gap .big");
        var now = gap.textContent();
        tabTo(visit, visit.find("#rail-range"));
        for (int i = 0; i < 3; i++) {
            visit.page().keyboard().press(back);
        }
        assertThat(visit.find("#when .banner")).isVisible();
        assertThat(visit.find("#rail-range")).isFocused();
        assertThat(visit.page().url()).contains("asOf=2016-11-1");
        assertThat(visit.find("#board-ways a[href*='do=']")).hasCount(0);
        assertThat(gap).not().hasText(now);
        for (int i = 0; i < 3; i++) {
            visit.page().keyboard().press(forth);
        }
        assertThat(visit.find("#when .banner")).hasCount(0);
        assertThat(visit.find("#board-ways a[href*='do=ProposeBudgetCut']")).hasCount(1);
        assertThat(gap).hasText(now);
    }

    @Test
    void a_cut_is_proposed_and_escape_leads_back_to_where_one_was(Visits visits) {
        var board = Board.open(visits.of("D5", Look.HEBREW));
        var keys = board.page().keyboard();
        tabTo(board.visit(), board.way());
        keys.press("Enter");
        assertThat(board.visit().find(Board.DIALOG)).isVisible();
        assertThat(board.visit().find(Board.DIALOG + " *:focus")).hasCount(1);
        keys.press("Escape");
        assertThat(board.visit().find(Board.DIALOG)).hasCount(0);
        assertThat(board.way()).isFocused();
        assertThat(board.page().url()).doesNotContain("do=");

        keys.press("Enter");
        tabTo(board.visit(), board.visit().find("#amountAgorot"));
        keys.type("1,500");
        keys.press("Tab");
        keys.type("Proposed by keyboard");
        keys.press("Tab");
        keys.type("One workshop fewer");
        tabTo(board.visit(), board.send());
        keys.press("Enter");
        assertThat(board.ask("Proposed by keyboard")).isVisible();
        assertThat(board.visit().find(".toast")).isVisible();
        assertThat(board.visit().find(Board.DIALOG)).hasCount(0);
    }

    private static void tabTo(Visit visit, Locator target) {
        for (int i = 0; i < FAR; i++) {
            if ((boolean) target.evaluate("e => e === document.activeElement")) {
                assertThat(target).isInViewport();
                return;
            }
            visit.page().keyboard().press("Tab");
        }
        throw new AssertionError(target + " is not reached by " + FAR + " steps");
    }
}
