// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever lets no script run reads, moves through time and takes part all the same. */
@BrowserTest
class WithoutScriptsTest {

    @Test
    void the_board_is_read_moved_to_a_day_and_a_cut_proposed(Visits visits) {
        var board = Board.open(visits.of("P7", Look.HEBREW.withoutScripts()));
        var visit = board.visit();
        assertThat(visit.find("#tile-gap .big")).isVisible();
        assertThat(visit.find("time-rail")).isHidden();
        visit.find(".as-table summary").first().click();
        assertThat(visit.find("#t-road tbody tr").first()).isVisible();

        visit.chooseDay("2016-11-06");
        assertThat(board.amount("pending")).isEqualTo(970_000);
        assertThat(board.way()).hasCount(0);
        visit.find("#when .banner a").click();
        assertThat(board.way()).isVisible();

        long pending = board.amount("pending");
        board.fill("nothing", "בלי סקריפטים");
        board.send().click();
        visit.pardon("status of 4");
        assertThat(visit.find("#amountAgorot")).hasAttribute("aria-invalid", "true");
        assertThat(visit.find("#reason")).hasValue("בלי סקריפטים");
        visit.find("#amountAgorot").fill("2,000");
        board.send().click();
        assertThat(board.ask("בלי סקריפטים")).isVisible();
        assertThat(visit.find(".toast")).isVisible();
        assertThat(board.amount("pending")).isEqualTo(pending + 2_000);
    }
}
