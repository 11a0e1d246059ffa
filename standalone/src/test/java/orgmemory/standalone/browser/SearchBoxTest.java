// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** From any page one asks in the box of its head, and sees what was found, marked. */
@BrowserTest
class SearchBoxTest {

    private static final String BOX = ".top .search input[type=search]";

    @Test
    void a_slash_leads_to_the_box_and_what_is_found_is_marked(Visits visits) {
        for (var look : new Look[] {Look.HEBREW, Look.ENGLISH, Look.HEBREW.wide(Look.PHONE)}) {
            var visit = visits.of("D4", look).open("/lines");
            visit.page().keyboard().press("/");
            assertThat(visit.find(BOX)).isFocused();
            assertThat(visit.find(BOX)).hasValue("");
            assertThat(visit.find(BOX)).hasCSS("direction", look.hebrew() ? "rtl" : "ltr");
            visit.page().keyboard().type("רזרבה/");
            assertThat(visit.find(BOX)).hasValue("רזרבה/");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/search?text=*");
            assertThat(visit.find("#words")).hasValue("רזרבה/");
            assertThat(visit.find(".found mark").first()).isInViewport();
            assertThat(visit.find(".found li").first().locator("a").first()).isVisible();
        }
    }

    @Test
    void the_moment_that_is_looked_at_is_asked_about(Visits visits) {
        var visit = visits.of("D4", Look.ENGLISH).open("/lines?asOf=2016-10-10");
        visit.find(BOX).fill("Khoury");
        visit.find(BOX).press("Enter");
        visit.page().waitForURL("**asOf=2016-10-10*");
        assertThat(visit.find(".found li").first()).isVisible();
        visit.find("#words").fill("--");
        visit.find("#search button[type=submit]").click();
        assertThat(visit.find(".empty")).isVisible();
    }
}
