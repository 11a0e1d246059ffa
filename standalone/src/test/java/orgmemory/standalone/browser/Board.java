// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The board of the demo's cut round, as one person uses it. */
record Board(Visit visit) {

    static final String PATH = "/rounds/CR-2017-1";
    static final String DIALOG = "#dialog dialog";

    private static final String SEND = DIALOG + " footer button[type=submit]";

    static Board open(Visit visit) {
        return new Board(visit.open(PATH));
    }

    Page page() {
        return visit.page();
    }

    /** The link that opens the form for a proposal. */
    Locator way() {
        return visit.find("#board-ways a[href*='do=ProposeBudgetCut']");
    }

    /** Opens the form for a proposal and fills it in; the line is the person's own. */
    void fill(String shekels, String reason) {
        way().click();
        visit.find(DIALOG).waitFor();
        visit.find("#amountAgorot").fill(shekels);
        visit.find("#reason").fill(reason);
        visit.find("#expectedConsequence").fill("A little less of it");
    }

    Locator send() {
        return visit.find(SEND);
    }

    void propose(String shekels, String reason) {
        fill(shekels, reason);
        send().click();
        ask(reason).waitFor();
    }

    /** The proposals on the board that give this reason. */
    Locator ask(String reason) {
        return visit.find("li.ask").filter(new Locator.FilterOptions().setHasText(reason));
    }

    /** An amount of the tiles, in shekels. */
    long amount(String tile) {
        return Long.parseLong(visit.find("#tile-" + tile + " .big").textContent().replaceAll("\\D", ""));
    }
}
