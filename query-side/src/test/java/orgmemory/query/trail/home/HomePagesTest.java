// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.screen.PageServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HomePagesTest {

    @Test
    void it_greets_by_name_and_tells_what_is_new() {
        assertThat(PageServer.full().page("/", "D4")).contains("Rami Khoury", "The Institute",
                "Record annulled", "Cut round of 2017");
    }

    @Test
    void who_has_nothing_to_do_is_left_in_peace() {
        assertThat(PageServer.full().page("/", "MEM")).contains("Nothing waits for you now");
    }

    @Test
    void the_recorder_sees_what_waits_for_an_answer_and_where_to_give_it() {
        assertThat(PageServer.underWay().page("/", "REC")).contains("/rounds/CR-2017-1#cut-C-P4",
                "/rounds/CR-2017-1#cut-C-D6", "₪80,000")
                .doesNotContain("#transfer-");
    }

    @Test
    void a_manager_sees_help_that_is_offered_and_what_of_the_own_share_nobody_carries_yet() {
        assertThat(PageServer.underWay().page("/", "D4")).contains("/rounds/CR-2017-1#transfer-S-01",
                "/rounds/CR-2017-1?do=ProposeBudgetCut&amp;lineId=BY2017:D4", "nobody carries ₪40,000 yet")
                .doesNotContain("#cut-");
    }

    @Test
    void everybody_sees_what_is_missing() {
        assertThat(PageServer.underWay().page("/", "MEM")).contains("Still missing", "₪480,000");
    }

    @Test
    void nothing_can_be_asked_for_in_the_past() {
        assertThat(PageServer.full().page("/?asOf=2016-11-21", "REC"))
                .contains("Nothing can be asked for in the past")
                .doesNotContain("class=\"needs\"");
    }

    @Test
    void an_empty_memory_says_how_to_begin_to_whoever_can() {
        assertThat(PageServer.empty().page("/", "MEM")).contains("How this memory begins",
                "href=\"/people?do=RegisterInstitute\"", "Do it now")
                .doesNotContain("/api/commands");
        assertThat(PageServer.empty().page("/", "D4")).contains("How this memory begins",
                "In the hands of: memory keeper").doesNotContain("Do it now");
    }
}
