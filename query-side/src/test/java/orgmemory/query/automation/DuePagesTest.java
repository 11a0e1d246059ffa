// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import orgmemory.access.CommandClient;
import orgmemory.message.Capacity;
import orgmemory.query.Facts;
import orgmemory.query.screen.Everything;
import orgmemory.query.screen.PageServer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DuePagesTest {

    private static final Map<String, Set<Capacity>> RIGHTS = Map.of("MEM", Set.of(Capacity.MEM), "D4",
            Set.of(Capacity.MGR));

    private static final CommandClient NOBODY = (actor, command, body, language, key, version) -> {
        throw new IllegalStateException("Nothing is asked for");
    };

    private static final PageServer PAGES = PageServer.of(new AutomationFacts().on("2016-11-01")
            .refused("f-1", "D4")
            .refused("f-2", "P1")
            .on("2016-11-03")
            .settled("f-1", "D4", "Known already"), "2016-12-20T10:00:00Z", RIGHTS, NOBODY);

    /** A memory past its first steps, in which one refusal waits. */
    private static final PageServer ONE_OPEN = PageServer.of(oneOpen(), "2016-12-20T10:00:00Z", RIGHTS,
            NOBODY);

    private static Facts oneOpen() {
        var facts = Everything.facts();
        facts.include(new AutomationFacts().on("2016-12-19").refused("f-3", "P1"));
        return facts;
    }

    @Test
    void what_was_refused_stands_with_the_rule_in_the_language_of_the_reader() {
        assertThat(PAGES.page("/due", "D4")).contains("Nothing is due.",
                "What the memory could not do of itself", "There is a person D4 already.", "Known already",
                "There is a person P1 already.", "/trail/follow-up/f-1").doesNotContain("??");
        assertThat(PAGES.get("/due", "D4", "he").body()).contains("כבר מוכר אדם P1.")
                .doesNotContain("There is a person");
    }

    @Test
    void who_may_see_to_it_is_reminded_until_somebody_has() {
        assertThat(PAGES.page("/due", "MEM")).contains("do=SettleFollowUp&amp;followUpId=f-2")
                .doesNotContain("do=SettleFollowUp&amp;followUpId=f-1");
        assertThat(ONE_OPEN.page("/", "MEM")).contains("/due#refused-f-3")
                .doesNotContain("/due#refused-F-1");
        assertThat(PAGES.page("/due", "D4")).doesNotContain("do=SettleFollowUp");
        assertThat(ONE_OPEN.page("/", "D4")).doesNotContain("/due#refused-f-3");
    }

    @Test
    void the_past_does_not_know_what_was_seen_to_later() {
        assertThat(PAGES.page("/due?asOf=2016-11-02", "D4")).contains("There is a person D4 already.")
                .doesNotContain("Known already");
        assertThat(PAGES.page("/due?asOf=2016-10-31", "D4")).doesNotContain("There is a person");
    }

    @Test
    void the_trail_of_a_refusal_says_what_was_to_follow_and_who_saw_to_it() {
        assertThat(PAGES.page("/trail/follow-up/f-1", "D4")).contains("There is a person D4 already.",
                "Seen to");
    }
}
