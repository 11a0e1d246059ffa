// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.query.screen.PageServer;
import orgmemory.query.screen.Seen;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.budget.Autumn;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinePagesTest {

    @Test
    void what_can_be_recorded_about_a_year_is_offered_beside_its_lines() {
        assertThat(Autumn.get("ALL", "en", "/lines").html())
                .contains("?do=RecordRevenueForecast&amp;yearId=BY2017")
                .doesNotContain("?do=OpenBudgetYear");
        assertThat(Autumn.get("AUD", "en", "/lines").html()).doesNotContain("?do=");
    }

    @Test
    void the_lines_of_a_year_sum_up_and_say_who_answers_for_them() {
        var text = Autumn.get("D4", "en", "/lines").text();

        assertThat(text).contains("Budget year 2017", "Expected income ₪4,000,000",
                "Line of D4 mine Manager D4",
                "רזרבה common to all");
        // D1 2,650, D2 3,250, D4 1,450, P4 680, PD 200 and the reserve's 570; lines without a draft were cut as well.
        assertThat(text).containsPattern("Sum ₪8,800,000 ₪820,000 – – ₪8,800,000 ₪7,980,000");
    }

    @Test
    void common_lines_come_after_those_of_areas() {
        var html = Autumn.get("D4", "en", "/lines").html();

        assertThat(html.indexOf("line-BY2017:RES")).isGreaterThan(html.indexOf("line-BY2017:PD"));
    }

    @Test
    void a_line_tells_what_brought_each_amount_about() {
        var text = Autumn.get("D1", "en", "/lines/BY2017:D1").text();

        assertThat(text).contains("28 September 2016 Draft", "+₪2,650,000 ₪2,650,000",
                "10 November 2016 Cut · Manager D1 Why −₪180,000 ₪2,470,000", "Proposed share ₪180,000");
        assertThat(Autumn.get("D1", "en", "/lines/BY2017:D1?asOf=2016-11-09").text())
                .contains("Free ₪2,650,000")
                .doesNotContain("10 November 2016 Cut");
    }

    @Test
    void a_line_offers_what_its_reader_may_do_for_it() {
        assertThat(Autumn.get("D1", "en", "/lines/BY2017:D4").html()).contains("do=OfferSolidarityTransfer",
                "do=ProposeBudgetCut&amp;lineId=BY2017:D4").doesNotContain("do=AcceptSolidarityTransfer");
        assertThat(Autumn.get("D4", "en", "/lines/BY2017:D4").html())
                .contains("do=AcceptSolidarityTransfer&amp;transferId=S-FUNDS")
                .doesNotContain("do=OfferSolidarityTransfer", "transferId=S-01\"");
        assertThat(Autumn.get("AUD", "en", "/lines/BY2017:D4").html()).doesNotContain("do=");
        assertThat(Autumn.get("D1", "en", "/lines/BY2017:D4?asOf=2016-11-24").html()).doesNotContain("do=");
    }

    @Test
    void an_empty_memory_says_what_comes_first() {
        assertThat(empty("en", "/rounds").text()).contains("No cut round yet");
        assertThat(empty("he", "/rounds").text()).contains("עדיין אין סבב קיצוצים");
        assertThat(empty("en", "/lines").text()).contains("No budget year yet");
        assertThat(empty("he", "/lines").text()).contains("עדיין אין שנת תקציב");
        assertThat(empty("en", "/rounds/CR-1").status()).isEqualTo(404);
        assertThat(empty("en", "/lines/BY1:X").status()).isEqualTo(404);
        assertThat(empty("en", "/lines?format=csv").status()).isEqualTo(404);
    }

    private static Seen empty(String language, String path) {
        return Seen.of(PageServer.empty().get(path, "MEM", language));
    }
}
