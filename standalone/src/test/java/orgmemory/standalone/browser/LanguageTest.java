// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever changes the language of a page stays where they are, and all that they have typed stays with them. */
@BrowserTest
class LanguageTest {

    private static final String BOX = ".top .search input[type=search]";
    private static final Look[] BOTH = {Look.ENGLISH, Look.ENGLISH.withoutScripts()};

    @Test
    void what_stands_in_the_search_box_stays_on_any_page_and_at_its_moment(Visits visits) {
        for (var look : BOTH) {
            var visit = visits.of("D4", look).open("/lines?asOf=2016-10-10&sort=-free");
            visit.find(BOX).fill("רזרבה & more");
            switched(visit, "he");
            assertThat(visit.find(BOX)).hasValue("רזרבה & more");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/lines\\?asOf=2016-10-10&sort=-free"));
            visit.find(BOX).press("Enter");
            visit.page().waitForURL("**/search?text=*&asOf=2016-10-10");
        }
    }

    @Test
    void where_a_page_has_a_form_of_its_own_both_stay(Visits visits) {
        var log = visits.of("AUD", Look.ENGLISH).open("/log?kind=budget.cut-proposed");
        log.find(BOX).fill("in the head");
        log.find("#filter #text").fill("in the filter");
        switched(log, "he");
        assertThat(log.find("#filter #text")).hasValue("in the filter");
        assertThat(log.find(BOX)).hasValue("in the head");

        var account = visits.of("AUD", Look.ENGLISH).open("/account");
        account.find("#label").fill("for the accounts");
        switched(account, "he");
        assertThat(account.find("#label")).hasValue("for the accounts");
    }

    @Test
    void a_table_that_is_taken_over_keeps_its_file_and_its_mapping(Visits visits) {
        for (var look : BOTH) {
            var keeper = visits.of("MEM", look).open("/import");
            keeper.find("#file")
                    .setInputFiles(new FilePayload("areas.csv", "text/csv",
                            "Code,Called\nZ-1,Meals\nZ-2,Garden\n".getBytes(UTF_8)));
            keeper.find("#command").selectOption("OpenArea");
            keeper.find("#header").fill("1");
            switched(keeper, "he");
            assertThat(keeper.find("#import")).containsText("areas.csv");
            assertThat(keeper.find("#command")).hasValue("OpenArea");
            switched(keeper, "en");
            assertThat(keeper.find("#header")).hasValue("1");

            keeper.find("#import button[type=submit]").click();
            keeper.find("[id='text.type']").fill("DOMAIN");
            keeper.find("[id='column.name']").selectOption("1");
            switched(keeper, "he");
            assertThat(keeper.find("h1")).hasText("areas.csv");
            assertThat(keeper.find("[id='text.type']")).hasValue("DOMAIN");
            assertThat(keeper.find("[id='column.name']")).hasValue("1");
        }
    }

    @Test
    void what_was_named_in_both_languages_is_told_by_the_name_of_the_page_s_language(Visits visits) {
        var trail = visits.of("D1", Look.ENGLISH).open("/trail/line/BY2017:D1");
        assertThat(trail.find("main")).containsText("School accompaniment, a line of the area");
        switched(trail, "he");
        assertThat(trail.find("main")).containsText("ליווי בתי ספר");
        assertThat(trail.find("h1")).hasText("ליווי בתי ספר");
    }

    private static void switched(Visit visit, String language) {
        visit.find("#tools .to-lang").click();
        assertThat(visit.find("html")).hasAttribute("lang", language);
    }
}
