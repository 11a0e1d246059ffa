// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.rail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.memory.reading.RecordReads.Day;
import orgmemory.query.screen.Page;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RailsTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 11, 25);

    private final Rails rails = new Rails(new RecordReads(new DriverManagerDataSource(), () -> Audience.ALL),
            new StaticMessageSource(), ZoneOffset.UTC);

    private static Page page(@Nullable LocalDate asOf) {
        return new Page("/", "", Locale.ENGLISH, "auto", null, new BitemporalPoint(asOf, null), TODAY, asOf,
                null,
                false,
                Optional.empty(), 1);
    }

    private static Day day(LocalDate day, int facts) {
        return new Day(day, facts, List.of("budget.cut-proposed"), false, false);
    }

    @Test
    void where_nothing_happened_there_is_today() {
        var rail = rails.of(page(null), List.of());
        assertThat(rail.steps()).singleElement()
                .satisfies(step -> assertThat(step.day()).isEqualTo(TODAY));
        assertThat(rail.at()).isZero();
    }

    @Test
    void it_stands_at_the_last_day_on_which_something_happened_before_the_pages() {
        var days = List.of(day(TODAY.minusDays(20), 1), day(TODAY.minusDays(10), 4));
        assertThat(rails.of(page(TODAY.minusDays(9)), days).here().day()).isEqualTo(TODAY.minusDays(10));
        assertThat(rails.of(page(null), days).here().day()).isEqualTo(TODAY);
        assertThat(rails.of(page(TODAY.minusDays(30)), days).at()).isZero();
    }

    @Test
    void the_fullest_day_has_the_highest_bar_and_an_empty_one_none() {
        var rail = rails.of(page(null), List.of(day(TODAY.minusDays(20), 1), day(TODAY.minusDays(10), 4)));
        assertThat(rail.steps()).extracting(Rail.RailDay::height).containsExactly(13, 30, 0);
    }

    @Test
    void a_step_lies_as_far_from_the_first_one_as_its_day_and_says_what_came_late_or_was_put_right() {
        var rail = rails.of(page(null), List.of(day(TODAY.minusDays(20), 1),
                new Day(TODAY.minusDays(3), 1, List.of("budget.cut-proposed"), true, true)));
        assertThat(rail.steps()).extracting(step -> rail.offset(step.day())).containsExactly(0, 17, 20);
        assertThat(rail.span()).isEqualTo(20);
        assertThat(rail.steps()).extracting(Rail.RailDay::late).containsExactly(false, true, false);
        assertThat(rail.steps().get(1).note()).endsWith("rail.late · rail.corrected");
    }

    @Test
    void too_many_days_become_weeks_and_too_many_weeks_months() {
        assertThat(rails.of(page(null), daily(100)).steps().size()).isBetween(15, 17);
        assertThat(rails.of(page(null), daily(1_000)).steps().size()).isBetween(33, 35);
        assertThat(rails.of(page(null), daily(4_000)).steps()).hasSize(70);
    }

    @Test
    void days_are_written_under_their_bars_from_the_first_to_the_last() {
        var rail = rails.of(page(null), daily(33));
        assertThat(rail.marks()).first().isEqualTo(new Rail.Mark(0, "24 Oct"));
        assertThat(rail.marks()).last().isEqualTo(new Rail.Mark(rail.last(), "25 Nov"));
        assertThat(rail.marks()).allSatisfy(mark -> assertThat(mark.label())
                .isEqualTo(page(null).fmt().shortDay(rail.steps().get(mark.at()).day())));
    }

    @Test
    void no_step_lies_after_today() {
        assertThat(rails.of(page(null), daily(100)).steps()).allMatch(step -> !step.day().isAfter(TODAY));
    }

    private static List<Day> daily(int count) {
        return IntStream.range(0, count).mapToObj(ago -> day(TODAY.minusDays(count - 1L - ago), 1)).toList();
    }
}
