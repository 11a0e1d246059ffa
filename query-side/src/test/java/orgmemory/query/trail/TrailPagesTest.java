// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.screen.Everything;
import orgmemory.query.screen.PageServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrailPagesTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTRY = Pattern.compile("(?s)<li class=\"ev[^>]*id=\"e\\d+\".*?</li>");

    /** The entries of a trail as they are read, each one line. */
    private static List<String> entries(String path) {
        return ENTRY.matcher(PageServer.full().page(path, "D4"))
                .results()
                .map(MatchResult::group)
                .map(entry -> TAG.matcher(entry.replaceAll("(?s)<details.*?</details>", ""))
                        .replaceAll(" ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    @Test
    void an_entry_says_what_who_in_which_capacity_and_when_it_was_recorded() {
        assertThat(entries("/trail/cut/C-PD").getFirst()).startsWith("Cut proposed")
                .contains("manager in the forum", "recorded at 14:00",
                        "It was proposed to cover ₪150,000 from Line of PD ( common line ).",
                        "Reason Why", "What it will cost What it costs");
    }

    @Test
    void what_a_fact_moved_is_told_with_what_stood_before() {
        assertThat(entries("/trail/cut/C-D1").getLast()).startsWith("Cut accepted")
                .contains("state waiting for an answer accepted", "₪1,300,000 ₪1,120,000",
                        "in answer to Cut proposed");
    }

    @Test
    void days_later_are_the_page_of_a_later_day() {
        assertThat(entries("/trail/cut/C-D1?asOf=2016-11-09")).hasSize(1);
        assertThat(entries("/trail/cut/C-D1?asOf=2016-11-10")).hasSize(2);
        assertThat(PageServer.full().page("/trail/cut/C-D1?asOf=2016-11-01", "D4"))
                .contains("Nothing was known of it then");
    }

    @Test
    void what_was_told_late_says_so_and_for_whom_it_was_recorded() {
        assertThat(entries("/trail/cut/C-LATE").getFirst())
                .contains("recorded on 15 December 2016 at 14:00, 41 days later", "on behalf of The board");
    }

    @Test
    void a_corrected_fact_stands_right_with_what_it_said_until_then() {
        assertThat(entries("/trail/cut/C-LATE").getFirst()).contains("cover ₪50,000", "Record corrected",
                "Until then it said: It was proposed to cover ₪30,000", "5 November 2016", "The minutes say");
        assertThat(PageServer.full().page("/trail/cut/C-LATE", "D4")).contains("<h3><time",
                "datetime=\"2016-11-04\"");
    }

    @Test
    void before_the_correction_was_known_the_trail_says_what_was_believed() {
        assertThat(entries("/trail/cut/C-LATE?knownOn=2016-12-15").getFirst()).contains("cover ₪30,000")
                .doesNotContain("corrected", "₪50,000");
        assertThat(entries("/trail/cut/C-LATE?knownOn=2016-12-14")).isEmpty();
    }

    @Test
    void an_annulled_fact_is_struck_through_with_the_reason() {
        var page = PageServer.full().page("/trail/cut/C-NEVER", "D4");
        assertThat(page).containsPattern("class=\"ev void\"");
        assertThat(entries("/trail/cut/C-NEVER").getFirst()).contains("this never was", "Record annulled",
                "It was another year.", "state waiting for an answer –");
    }

    @Test
    void every_fact_and_every_correction_has_an_address_on_the_page() {
        assertThat(PageServer.full().page("/trail/cut/C-LATE", "D4")).containsPattern(
                "(?s)class=\"ev[^>]*id=\"e\\d+\".*class=\"amended\"[^>]*id=\"e\\d+\"");
    }

    @Test
    void texts_are_shown_as_they_were_written_and_do_nothing() {
        assertThat(PageServer.full().page("/trail/line/BY2017:LONG", "D4"))
                .contains(Everything.MIXED.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .doesNotContain("<b>two</b>");
    }

    @Test
    void the_event_itself_is_there_for_whoever_checks() {
        assertThat(PageServer.full().page("/trail/cut/C-PD", "D4")).contains("budget.cut-proposed",
                "&quot;amountAgorot&quot; : 15000000");
    }

    @Test
    void it_may_be_taken_away_as_a_sheet_in_the_words_of_the_page() {
        var sheet = PageServer.full().get("/trail/cut/C-LATE?format=csv", "D4", "en");

        assertThat(sheet.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/csv"));
        assertThat(sheet.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                name -> assertThat(name).contains("trail-C-LATE_2016-12-20_known-2016-12-20_p"));
        assertThat(sheet.body())
                .contains("# As of,2016-12-20", "what happened", "It was proposed to cover ₪50,000")
                .doesNotContain("\u2068");
    }

    @Test
    void nobody_gets_the_trail_of_what_there_is_not() {
        for (var unknown : List.of("/trail/cut/C-99", "/trail/no_type/x", "/trail/cut/%00",
                "/trail/cut/C-PD?before=x")) {
            assertThat(PageServer.full().get(unknown, "D4", "he").statusCode()).as(unknown).isIn(400, 404);
        }
    }
}
