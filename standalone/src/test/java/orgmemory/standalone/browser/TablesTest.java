// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tables sort by their headings, and on a phone each row is a card with the figures that matter first. */
@BrowserTest
class TablesTest {

    @Test
    void on_a_phone_a_row_is_a_card_and_what_is_free_stands_above_the_draft(Visits visits) {
        for (var look : new Look[] {Look.HEBREW.wide(Look.PHONE), Look.ENGLISH.wide(Look.PHONE)}) {
            var visit = visits.of("D4", look).open("/lines");
            var row = visit.find("#t-budget-lines tbody tr").first();
            assertThat(row).hasCSS("display", "flex");
            assertThat(row.locator("td[data-label]")
                    .first()
                    .evaluate(
                            "cell => getComputedStyle(cell, '::before').content"))
                    .asString()
                    .isNotEqualTo("none");
            var first = row.locator("td.first").last().boundingBox();
            var other = row.locator("td.n:not(.first):not(.none)").first().boundingBox();
            assertThat(first.y + first.height).isLessThanOrEqualTo(other.y);
            assertThat((boolean) visit.page()
                    .evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
        }
    }

    @Test
    void a_heading_sorts_and_sorts_the_other_way_round(Visits visits) {
        var visit = visits.of("D4", Look.HEBREW).open("/lines?asOf=2016-11-20");
        for (var direction : new String[] {"ascending", "descending"}) {
            visit.find("#t-budget-lines thead th:has(a[href*='free']) a").click();
            assertThat(visit.find("#t-budget-lines th[aria-sort]")).hasAttribute("aria-sort", direction);
            assertThat(visit.page().url()).contains("asOf=2016-11-20");
        }
    }
}
