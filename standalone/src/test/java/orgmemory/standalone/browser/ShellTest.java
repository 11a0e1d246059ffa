// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What frames every page: the language, the theme and the moment go along. */
@BrowserTest
class ShellTest {

    private static final String THEN = "asOf=2016-11-10&knownOn=2016-11-20";

    @Test
    void another_language_shows_the_same_moment(Visits visits) {
        var visit = visits.of("D4", Look.HEBREW).open(Board.PATH + "?" + THEN);
        visit.find("#tools .to-lang").click();
        assertThat(visit.find("html")).hasAttribute("lang", "en");
        assertThat(visit.find("#asOf")).hasValue("2016-11-10");
        assertThat(visit.find("#knownOn")).hasValue("2016-11-20");
        visit.find("#nav a[href^='/lines']").click();
        assertThat(visit.page().url()).endsWith("/lines?" + THEN);
        assertThat(visit.find("html")).hasAttribute("lang", "en");
    }

    @Test
    void on_a_phone_the_pages_that_have_no_place_in_the_bar_open_above_it(Visits visits) {
        for (var look : List.of(Look.HEBREW.wide(Look.PHONE), Look.ENGLISH.wide(Look.PHONE))) {
            var visit = visits.of("D4", look).open("/?" + THEN);
            assertThat(visit.find("#nav-rest a").first()).isHidden();
            visit.find(".nav-more").click();
            assertThat(visit.find("#nav-rest a[href^='/log']")).isVisible();
            visit.find("#nav-rest a[href^='/people']").click();
            assertThat(visit.find("#nav a[aria-current=page]")).isHidden();
            assertThat(visit.page().url()).endsWith("/people?" + THEN);
            assertThat((Boolean) visit.page()
                    .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
        }
    }

    @Test
    void the_theme_that_was_chosen_stays(Visits visits) {
        var visit = visits.of("D4", Look.ENGLISH).open("/");
        visit.find("[data-action=theme]").click();
        visit.open("/people");
        assertThat(visit.find("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void the_chart_draws_its_table_and_says_what_it_is(Visits visits) {
        var visit = visits.of("D4", Look.HEBREW).open(Board.PATH);
        assertThat(visit.find("mem-chart svg path").first()).isAttached();
        assertThat(visit.find("mem-chart[role=img][aria-label]")).hasCount(1);
        assertThat(visit.find("#t-road tbody tr").count()).isGreaterThan(5);
    }

    @Test
    void days_stand_under_their_bars_on_the_rail(Visits visits) {
        for (var look : new Look[] {Look.HEBREW, Look.ENGLISH.wide(Look.PHONE)}) {
            var away = visits.of("D4", look)
                    .open(Board.PATH)
                    .page()
                    .evaluate(
                            """
                                    () => {
                                      const middle = e => { const box = e.getBoundingClientRect(); return (box.left + box.right) / 2; };
                                      const bars = [...document.querySelectorAll('.rail-bars .b')];
                                      const marks = [...document.querySelectorAll('.rail-marks span')].slice(1, -1);
                                      return marks.map(mark => Math.round(Math.abs(middle(mark) - middle(bars[mark.dataset.at]))));
                                    }""");
            assertThat((List<?>) away).hasSizeGreaterThan(1)
                    .allSatisfy(pixels -> assertThat(((Number) pixels).intValue()).isLessThan(3));
        }
    }

    @Test
    void no_day_of_the_rail_is_written_over_another(Visits visits) {
        for (var look : new Look[] {Look.HEBREW, Look.HEBREW.wide(Look.SMALL_PHONE)}) {
            var over = visits.of("D4", look).open("/lines").page().evaluate("""
                    () => {
                      const boxes = [...document.querySelectorAll('.rail-marks span')]
                        .filter(mark => getComputedStyle(mark).visibility === 'visible')
                        .map(mark => mark.getBoundingClientRect());
                      return boxes.filter((one, i) => boxes.some((other, j) => i < j && one.left < other.right
                        && other.left < one.right)).length + ' of ' + boxes.length;
                    }""");
            assertThat((String) over).matches("0 of [2-9]");
        }
    }

    @Test
    void a_day_between_two_steps_of_the_rail_stays_the_pages_day(Visits visits) {
        var before = visits.of("D4", Look.ENGLISH).open(Board.PATH + "?asOf=2016-11-12");
        assertThat(before.find(".rail-date")).hasText("12 November 2016");
        assertThat(before.find(".rail-note")).isEmpty();
        before.find("[data-rail=prev]").click();
        assertThat(before.find(".rail-date")).not().hasText("12 November 2016");
    }
}
