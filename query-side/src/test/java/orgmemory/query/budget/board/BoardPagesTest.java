// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.query.budget.Autumn;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardPagesTest {

    static Stream<List<String>> pages() {
        return Stream.of("he", "en")
                .flatMap(language -> Stream.of("/rounds", Autumn.BOARD, Autumn.BOARD + "?asOf=2016-11-10",
                        Autumn.BOARD + "?knownOn=2016-11-10",
                        Autumn.BOARD + "?do=ProposeBudgetCut&amountAgorot=40000",
                        Autumn.BOARD + "?do=OfferSolidarityTransfer&amountAgorot=1",
                        Autumn.BOARD + "?do=WithdrawBudgetCut&cutId=C-NASTY",
                        Autumn.BOARD + "?do=RejectBudgetCut&cutId=C-NASTY",
                        Autumn.BOARD + "?do=AmendBudgetCut&cutId=C-NASTY",
                        Autumn.BOARD + "?do=AcceptSolidarityTransfer&transferId=S-02",
                        Autumn.BOARD + "?do=DeclineSolidarityTransfer&transferId=S-02", "/lines",
                        "/lines?yearId=BY2017",
                        "/lines?yearId=BY1900", "/lines?asOf=2016-09-01", "/lines/BY2017:D1",
                        "/lines/BY2017:D2",
                        "/lines/BY2017:RES", "/lines/BY2017:D2?do=OfferSolidarityTransfer")
                        .map(path -> List.of(language, path)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_is_rendered_whole_with_all_its_words(List<String> page) {
        var seen = Autumn.get("D1", page.getFirst(), page.getLast());

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.html()).endsWith("</html>\n").doesNotContain("??", "th:", "{0").contains("<h1");
        assertThat(Pattern.compile("\\b(board|ask|lines?|shares|cut|transfer|road)\\.[a-z]+")
                .matcher(seen.text())
                .find())
                .as("a key in place of words")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2016-10-20,0,0,1300", "2016-11-06,0,970,1300", "2016-11-10,460,360,840",
            "2016-11-20,820,300,480",
            "2016-11-24,820,440,480"})
    void the_board_reads_as_the_round_went(String day, long accepted, long pending, long gap) {
        var text = Autumn.get("AUD", "en", Autumn.BOARD + "?asOf=" + day).text();

        assertThat(text).containsPattern("Accepted " + thousand(accepted))
                .containsPattern("Pending " + thousand(pending))
                .containsPattern("Gap " + thousand(gap));
    }

    @Test
    void the_gap_is_told_in_one_sentence_with_what_waits_and_what_nobody_has_offered() {
        assertThat(Autumn.get("AUD", "en", Autumn.BOARD + "?asOf=2016-11-24").text())
                .contains("₪480,000 missing; ₪440,000 waiting; ₪40,000 nobody has offered");
        assertThat(Autumn.get("AUD", "en", Autumn.BOARD + "?asOf=2016-10-20").text())
                .contains("₪1,300,000 missing; nobody has offered any of it yet");
    }

    @Test
    void each_figure_leads_to_the_facts_that_moved_it() {
        assertThat(Autumn.get("AUD", "en", Autumn.BOARD).html())
                .contains("href=\"/trail/round/CR-2017-1?figure=gap\"");
        var gap = Autumn.get("AUD", "en", "/trail/round/CR-2017-1?figure=gap").text();
        assertThat(gap).contains("Cut round opened", "Cut accepted").doesNotContain("Cut proposed Manager");
        assertThat(Autumn.get("AUD", "en", "/trail/line/BY2017:D1?figure=draft").text())
                .contains("Line drafted")
                .doesNotContain("The forum agreed");
        assertThat(Autumn.get("AUD", "en", "/trail/round/CR-2017-1?figure=nonsense").status()).isEqualTo(400);
    }

    private static String thousand(long amount) {
        return amount == 0 ? "₪0 " : "₪" + (amount >= 1000 ? "1,300" : amount) + ",000 ";
    }

    @Test
    void the_road_tells_each_day_on_which_the_round_moved() {
        var html = Autumn.get("AUD", "en", Autumn.BOARD + "?asOf=2016-11-17").html();
        var days = Pattern.compile("<tr data-day=\"([^\"]+)\">")
                .matcher(html)
                .results()
                .map(day -> day.group(1));

        assertThat(days).containsExactly("2016-10-20", "2016-11-03", "2016-11-06", "2016-11-08", "2016-11-10",
                "2016-11-14", "2016-11-17");
        assertThat(html).contains("data-target=\"130000000\"", "data-until=\"2016-11-17\"");
    }

    @Test
    void each_proposal_says_who_it_is_by_why_and_what_it_costs() {
        var html = Autumn.get("D4", "en", Autumn.BOARD).html();

        assertThat(html).contains("id=\"cut-C-D1\"", "id=\"transfer-S-01\"", "href=\"/trail/cut/C-D1\"",
                "href=\"/lines/BY2017:D2\"");
        assertThat(Autumn.get("D4", "en", Autumn.BOARD).text())
                .contains("Carries a share Line of D2 Line of D4 D6 offered on 24 Nov Because we can",
                        "Own line Line of D1 Manager D1 10 November 2016 ₪180,000 Why What it will cost What it costs"
                                + " What was said to it Agreed",
                        "One proposal was withdrawn");
    }

    @Test
    void what_people_wrote_is_text_and_is_cut_where_it_is_long() {
        var html = Autumn.get("D4", "he", Autumn.BOARD).html();

        assertThat(html).contains("&lt;script&gt;alert(&#39;x&#39;)")
                .doesNotContain("<script>alert")
                .contains("...");
        assertThat(html).doesNotContain("ארוך".repeat(100));
    }

    @Test
    void a_page_offers_what_its_reader_may_do_now() {
        assertThat(Autumn.get("D4", "en", Autumn.BOARD).html())
                .contains("do=ProposeBudgetCut", "do=OfferSolidarityTransfer",
                        "do=AcceptSolidarityTransfer&amp;transferId=S-01",
                        "do=DeclineSolidarityTransfer&amp;transferId=S-01")
                .doesNotContain("do=AcceptBudgetCut", "do=RejectBudgetCut");
        assertThat(Autumn.get("REC", "en", Autumn.BOARD).html())
                .contains("do=AcceptBudgetCut&amp;cutId=C-RES", "do=RejectBudgetCut&amp;cutId=C-RES",
                        "do=RejectBudgetCut&amp;cutId=C-NASTY")
                .doesNotContain("do=ProposeBudgetCut", "do=AcceptSolidarityTransfer",
                        "do=AcceptBudgetCut&amp;cutId=C-NASTY");
        assertThat(Autumn.get("D1", "en", Autumn.BOARD).html())
                .contains("do=WithdrawBudgetCut&amp;cutId=C-NASTY");
        assertThat(Autumn.get("AUD", "en", Autumn.BOARD).html()).doesNotContain("do=");
        assertThat(Autumn.get("D4", "en", Autumn.BOARD + "?asOf=2016-11-24").html())
                .doesNotContain("do=AcceptSolidarityTransfer");
    }

    @Test
    void what_has_no_page_of_its_own_offers_on_its_trail_what_can_be_recorded_about_it() {
        assertThat(Autumn.get("REC", "en", "/trail/cut/C-NASTY").html())
                .contains("/trail/cut/C-NASTY?do=RejectBudgetCut&amp;cutId=C-NASTY")
                .doesNotContain("do=AcceptBudgetCut");
        assertThat(Autumn.get("REC", "en", "/trail/cut/C-NASTY?do=RejectBudgetCut&cutId=C-NASTY").text())
                .contains("What the forum said");
        assertThat(Autumn.get("D4", "en", "/trail/transfer/S-01").html())
                .contains("do=DeclineSolidarityTransfer&amp;transferId=S-01");
        assertThat(Autumn.get("AUD", "en", "/trail/cut/C-NASTY").html()).doesNotContain("do=");
    }

    @Test
    void what_opens_a_form_is_called_by_its_label_alone_where_there_is_one_of_it() {
        assertThat(Autumn.get("D4", "en", Autumn.BOARD).html())
                .doesNotContain("Propose a cut: ", "Offer help: ");
    }

    @Test
    void a_form_that_is_not_for_the_reader_is_not_opened() {
        assertThat(Autumn.get("AUD", "en", Autumn.BOARD + "?do=ProposeBudgetCut").html())
                .doesNotContain("<dialog");
        assertThat(Autumn.get("D4", "en", Autumn.BOARD + "?do=AcceptBudgetCut&cutId=C-RES").html())
                .doesNotContain("<dialog");
        assertThat(Autumn.get("D4", "en", Autumn.BOARD + "?do=ProposeBudgetCut&asOf=2016-11-20").html())
                .doesNotContain("<dialog");
        assertThat(Autumn.get("D4", "en", Autumn.BOARD + "?do=nothing").html()).doesNotContain("<dialog");
        assertThat(
                Autumn.get("D4", "en", Autumn.BOARD + "?do=AcceptSolidarityTransfer&transferId=none").html())
                .doesNotContain("<dialog");
    }

    @Test
    void before_it_was_opened_a_round_says_so_and_one_that_never_was_is_not_found() {
        var early = Autumn.get("D4", "en", Autumn.BOARD + "?asOf=2016-10-01");

        assertThat(early.status()).isEqualTo(404);
        assertThat(early.text()).contains("This round was not open yet");
        assertThat(early.html()).contains("id=\"rail\"", "id=\"now\"");
        for (var never : List.of("/rounds/CR-9", "/rounds/CR-9?asOf=2016-11-01", "/rounds/%20",
                "/lines/BY2017:X9",
                "/lines/x:y:z:v:w", "/lines?format=csv&yearId=BY1900",
                "/rounds/CR-9?format=csv")) {
            assertThat(Autumn.get("D4", "en", never).status()).as(never).isEqualTo(404);
        }
    }

    @Test
    void boards_and_lines_are_taken_away_as_sheets() {
        var board = Autumn.get("AUD", "en", Autumn.BOARD + "?format=csv&asOf=2016-11-10");
        var lines = Autumn.get("AUD", "he", "/lines?format=csv");
        var line = Autumn.get("AUD", "en", "/lines/BY2017:D1?format=csv");

        assertThat(board.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(board.header("Content-Disposition"))
                .contains("cut-round-CR-2017-1_2016-11-10_known-2016-11-25_p55.csv");
        assertThat(board.html().lines()).hasSize(12)
                .startsWith("\uFEFF# Proposals and offers · Cut round of 2017", "# As of,2016-11-10",
                        "# Known on,2016-11-25", "# Position in the record,55")
                .element(4)
                .asString()
                .startsWith("ID,How,State,Since,Line");
        assertThat(board.html())
                .contains("C-D1,Own line,accepted,2016-11-10,Line of D1,,Manager D1,,180000,Why,");
        assertThat(lines.html())
                .contains("BY2017:D1,Line of D1,מנהל D1,2650000,0,180000,0,0,2650000,2470000");
        assertThat(line.html()).contains("2016-11-10,Cut,Manager D1,,,-180000,2470000,Why");
    }
}
