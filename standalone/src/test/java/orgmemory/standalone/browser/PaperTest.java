// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Meetings print: on paper every table is open, nothing is there to press, and dark screens do not print dark. */
@BrowserTest
class PaperTest {

    /** Of an A4 sheet, in pixels. */
    private static final int BETWEEN_THE_MARGINS = 673;

    @Test
    void the_board_prints_its_tables_in_ink_on_white(Visits visits) {
        var visit = visits.of("REC", Look.HEBREW.dark().wide(BETWEEN_THE_MARGINS)).open(Board.PATH);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visit.find("#t-road")).isVisible();
        assertThat(visit.find("nav, time-rail, mem-chart, .btn")
                .filter(new Locator.FilterOptions()
                        .setVisible(true)))
                .hasCount(0);
        assertThat(visit.find("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat((boolean) visit.page().evaluate("""
                () => [...document.querySelectorAll('h1, .big, td')].every(e =>
                  getComputedStyle(e).color.match(/\\d+/g).every(channel => channel < 128))""")).isTrue();
        assertThat((boolean) visit.page()
                .evaluate(
                        """
                                () => [...document.querySelectorAll('table')].every(e => e.scrollWidth <= e.parentElement.clientWidth)
                                """))
                .isTrue();
        var pdf = new String(visit.page().pdf(new Page.PdfOptions().setTagged(true)),
                StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF").contains("/StructTreeRoot");
    }
}
