// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.screen.Everything;
import orgmemory.query.screen.PageServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogPagesTest {

    private static final int ALL = Everything.facts().facts().size();
    private static final Pattern ROW = Pattern.compile("<tr id=\"p(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

    private static List<Long> positions(String page) {
        return ROW.matcher(page).results().map((MatchResult row) -> Long.valueOf(row.group(1))).toList();
    }

    private static String log(String query) {
        return PageServer.full().page("/log" + query, "D4");
    }

    @Test
    void all_facts_are_read_page_by_page_the_newest_first() {
        var read = new ArrayList<Long>();
        var page = log("");
        read.addAll(positions(page));
        for (var next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
            page = PageServer.full().page(next.group(1).replace("&amp;", "&"), "D4");
            read.addAll(positions(page));
        }
        assertThat(read).hasSizeGreaterThan(LogFilter.A_PAGE)
                .isEqualTo(LongStream.rangeClosed(1, ALL).boxed().toList().reversed());
        assertThat(log("")).contains(">" + ALL + " facts<");
    }

    @Test
    void it_is_narrowed_by_words_kind_person_thing_and_day() {
        assertThat(positions(log("?text=khoury"))).hasSizeGreaterThan(1);
        assertThat(positions(log("?text=-!-"))).isEmpty();
        assertThat(positions(log("?kind=record&order=oldest"))).hasSize(2).isSorted();
        assertThat(positions(log("?kind=budget.cut-withdrawn"))).hasSize(1);
        assertThat(positions(log("?actor=person/D1&kind=budget.cut-proposed"))).hasSize(2);
        assertThat(positions(log("?subject=cut/C-LATE"))).hasSize(2);
        assertThat(positions(log("?from=2016-12-15&to=2016-12-15"))).hasSize(1);
        assertThat(positions(log("?asOf=2012-12-31"))).hasSize(1);
        assertThat(positions(log("?knownOn=3"))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void it_is_narrowed_by_the_name_of_a_thing_the_day_it_happened_and_what_came_late_or_was_put_right() {
        assertThat(positions(log("?subject=cut/C-LATE&only=late-or-corrected"))).hasSizeBetween(1, 2);
        assertThat(positions(log("?kind=budget&only=late-or-corrected")))
                .hasSizeLessThan(positions(log("?kind=budget")).size())
                .containsAll(positions(log("?subject=cut/C-LATE&only=late-or-corrected")));
        assertThat(positions(log("?happenedFrom=2016-11-04&happenedTo=2016-11-04")))
                .isSubsetOf(positions(log("?asOf=2016-11-04&happenedFrom=2016-11-04")));
        assertThat(positions(log("?subject=C-LATE"))).isEqualTo(positions(log("?subject=cut/C-LATE")));
        assertThat(log("?subject=C-LATE")).contains("value=\"cut/C-LATE\"");
        assertThat(PageServer.full().page("/log/things?subject=kho", "D4")).contains("<option")
                .contains("Khoury");
    }

    @Test
    void a_row_leads_to_the_fact_in_its_trail_also_where_it_is_a_correction() {
        long correction = positions(log("?subject=cut/C-LATE")).getFirst();

        assertThat(log("?subject=cut/C-LATE")).contains("href=\"/trail/cut/C-LATE#e" + correction + "\"",
                "put right since");
        assertThat(PageServer.full().page("/trail/cut/C-LATE", "D4")).contains("id=\"e" + correction + "\"");
    }

    @Test
    void what_cannot_be_read_is_named_beside_its_field_and_kept() {
        var answer = PageServer.full().get("/log?from=soon&subject=D4&text=kept", "D4", "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("value=\"soon\"", "value=\"D4\"", "value=\"kept\"",
                "aria-describedby=\"e-from\"", "must be a day", "must be a type and an id");
        assertThat(positions(answer.body())).isEmpty();
    }

    @Test
    void nothing_found_says_what_to_do() {
        assertThat(log("?text=zzzzz")).contains("Nothing fits");
    }

    @Test
    void the_same_facts_may_be_taken_away_for_people_and_for_programs() {
        var sheet = PageServer.full().get("/log?kind=record&format=csv", "D4", "en").body();
        assertThat(sheet.split("\r\n")).hasSize(8).contains("# Kind of fact,record");

        assertThat(log("?kind=record&actor=person/MEM"))
                .contains("/api/record?limit=50&amp;actor=person/MEM&amp;topic=record&amp;order=newest");
    }
}
