// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Capacity;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.BitemporalPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 11, 25);
    private static final Reader RAMI = new Reader(new PersonId("D4"), "ראמי ח'ורי", Set.of(Capacity.MGR));

    private static Page page(String query, @Nullable LocalDate asOf, @Nullable String knownOn) {
        return new Page("/lines/BY2017:D4", query, Locale.of("he"), "auto", RAMI,
                new BitemporalPoint(asOf, null),
                TODAY,
                asOf, knownOn, false, Optional.empty(), 134);
    }

    @Test
    void links_keep_the_moment() {
        var past = page("", TODAY.minusDays(5), "2016-11-21");
        assertThat(past.past()).isTrue();
        assertThat(past.to("/rounds/CR-2017-1?do=ProposeBudgetCut"))
                .isEqualTo("/rounds/CR-2017-1?do=ProposeBudgetCut&asOf=2016-11-20&knownOn=2016-11-21");
        assertThat(page("", null, null).to("/rounds")).isEqualTo("/rounds");
    }

    @Test
    void a_page_goes_back_to_now_and_keeps_what_else_it_was_asked() {
        var past = page("asOf=2016-11-20&text=%D7%A9%D7%9C%D7%95%D7%9D&knownOn=2016-11-21",
                TODAY.minusDays(5), "2016-11-21");
        assertThat(past.now()).isEqualTo("/lines/BY2017:D4?text=%D7%A9%D7%9C%D7%95%D7%9D");
        assertThat(past.here("lang", "en")).endsWith("&lang=en").contains("asOf=2016-11-20");
        assertThat(past.here("asOf", null)).doesNotContain("asOf");
    }

    @Test
    void a_form_that_changes_the_moment_keeps_the_other_parameters_as_they_were_typed() {
        assertThat(page("asOf=2016-11-20&text=a%20b%26c&do=ProposeBudgetCut&lang=en", null, null).rest())
                .containsExactly(Map.entry("text", "a b&c"));
    }

    @Test
    void what_an_address_says_of_a_form_is_in_no_link_but_the_page_s_own_filters_are() {
        var open = page("yearId=BY2017&do=OfferSolidarityTransfer&lineId=BY2017:D4&asOf=2016-11-20&sent=1",
                null,
                null);
        assertThat(open.bare()).isEqualTo("/lines/BY2017:D4?yearId=BY2017&asOf=2016-11-20");
        assertThat(open.here("sort", "name")).isEqualTo(open.bare() + "&sort=name");
        assertThat(open.open("CorrectRecord", "fact", 57))
                .isEqualTo(open.bare() + "&do=CorrectRecord&fact=57");
        assertThat(open.inOtherLanguage()).contains("do=OfferSolidarityTransfer&lineId").endsWith("&lang=en");
    }

    @Test
    void hebrew_runs_from_right_to_left_and_the_other_language_is_english() {
        var hebrew = page("", null, null);
        assertThat(hebrew.dir()).isEqualTo("rtl");
        assertThat(hebrew.otherLang()).isEqualTo("en");
    }

    @Test
    void a_reader_may_what_their_capacities_allow() {
        assertThat(page("", null, null).may("MGR")).isTrue();
        assertThat(page("", null, null).may("REC")).isFalse();
        assertThat(RAMI.initials()).isEqualTo("רח");
    }
}
