// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orgmemory.query.budget.Autumn;
import orgmemory.query.screen.PageServer;

/** Whoever types an amount sees what it would change, and begins with what most would type. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreviewFormsTest {

    private static final Pattern LIVE = Pattern.compile("class=\"watched\"[^>]* hx-get=\"([^\"]*)\"");

    /** As the page does while somebody types: it fetches the form again, with what is watched. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            D4   | /rounds/CR-2017-1?do=ProposeBudgetCut                   | &kind=OWN_LINE&lineId=BY2017:D4
            D4   | /record-something?do=ProposeBudgetCut                   | &kind=OWN_LINE&lineId=BY2017:D4&roundId=CR-2017-1
            BOTH | /rounds/CR-2017-1?do=AmendBudgetCut&cutId=C-FOR-D2      | ''
            BOTH | /record-something?do=AmendBudgetCut                     | &cutId=C-FOR-D2
            D4   | /rounds/CR-2017-1?do=OfferSolidarityTransfer            | &fromLineId=BY2017:D4
            """)
    void while_an_amount_is_typed_the_form_says_what_would_be(String person, String address, String typed) {
        var live = LIVE.matcher(Autumn.get(person, "en", address).html());
        assertThat(live.find()).isTrue();

        var again = live.group(1).replace("&amp;", "&") + typed + "&amountAgorot=40,000";
        assertThat(Autumn.get(person, "en", again).text())
                .contains("The round still lacks ₪480,000.", "If this is accepted, the gap will be ₪440,000.")
                .containsPattern("Line of D[24] would then have ₪[\\d,]+ free");
    }

    @Test
    void nothing_is_told_before_the_proposal_is_known() {
        assertThat(Autumn.get("BOTH", "en", "/record-something?do=AmendBudgetCut").html())
                .contains("id=\"would\"")
                .doesNotContain("still lacks", "class=\"about\"");
    }

    @Test
    void all_that_may_be_given_back_is_filled_in() {
        var form = Autumn.BOARD + "?do=ReverseSolidarityTransfer&transferId=S-01";
        assertThat(PageServer.full().page(form, "REC")).contains("name=\"amountAgorot\" value=\"60000\"");
        assertThat(PageServer.full().page(form + "&amountAgorot=7", "REC"))
                .contains("name=\"amountAgorot\" value=\"7\"");
    }
}
