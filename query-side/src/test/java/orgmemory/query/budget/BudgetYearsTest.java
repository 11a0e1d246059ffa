// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static orgmemory.query.budget.BudgetFacts.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.AcknowledgeFullView;
import orgmemory.message.budget.BudgetYearMessages.FullViewAcknowledged;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Reader;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.query.budget.BudgetYears.Year;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetYearsTest {

    private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
    private static final LocalDate TO = LocalDate.of(2017, 12, 31);

    private final BudgetYears years = new BudgetYears();

    private static BudgetFacts facts() {
        var facts = new BudgetFacts().on("2016-09-14");
        facts.add(new BudgetYearOpened(YEAR, FROM, TO));
        facts.on("2016-09-21").add(new RevenueForecastRecorded(YEAR, 100, "The board", null));
        facts.on("2016-10-05").add(new FullViewPublished(YEAR));
        facts.on("2016-10-06").add(new RevenueForecastRecorded(YEAR, 120, "The ministry", null));
        facts.on("2016-10-07").add(new FullViewPublished(YEAR));
        return facts;
    }

    @Test
    void the_latest_forecast_counts_and_the_first_full_view() {
        assertThat(facts().fold(years, "BY2017"))
                .isEqualTo(new Year(YEAR, FROM, TO, 120L, LocalDate.of(2016, 10, 5), List.of(), List.of()));
    }

    @Test
    void a_year_says_who_has_seen_all_of_it_each_of_them_once() {
        var facts = facts().on("2016-10-09");
        facts.add(new FullViewAcknowledged(YEAR, new PersonId("D4")));
        facts.on("2016-10-08").add(new FullViewAcknowledged(YEAR, new PersonId("D1")));
        facts.on("2016-10-10").add(new FullViewAcknowledged(YEAR, new PersonId("D4")));

        assertThat(facts.fold(years, "BY2017").seenBy()).containsExactly(new PersonId("D1"),
                new PersonId("D4"));
        assertThat(facts.fold(years, "BY2017", LocalDate.of(2016, 10, 8)).seenBy())
                .containsExactly(new PersonId("D1"));
    }

    @Test
    void a_year_says_which_areas_it_has_released_each_of_them_once() {
        var facts = facts().on("2016-10-09");
        facts.add(new AreaReleased(YEAR, new AreaId("D4"), "done"));
        facts.on("2016-10-10").add(new AreaReleased(YEAR, new AreaId("D4"), null));

        assertThat(facts.fold(years, "BY2017").released()).containsExactly(new AreaId("D4"));
        assertThat(facts.fold(years, "BY2017", LocalDate.of(2016, 10, 8)).released()).isEmpty();
    }

    @Test
    void a_year_is_offered_for_what_it_is_time_for() {
        var d4 = new Reader(new PersonId("D4"), "D4", Set.of(Capacity.MGR));
        var shown = facts();
        assertThat(
                facts().fold(years, "BY2017", LocalDate.of(2016, 9, 20)).fits(AcknowledgeFullView.class, d4))
                .isFalse();
        assertThat(shown.fold(years, "BY2017").fits(AcknowledgeFullView.class, d4)).isTrue();
        shown.add(new FullViewAcknowledged(YEAR, d4.id()));
        assertThat(shown.fold(years, "BY2017").fits(AcknowledgeFullView.class, d4)).isFalse();
        assertThat(shown.fold(years, "BY2017").fits(OpenCutRound.class, d4)).isTrue();
    }

    @Test
    void a_year_shows_what_was_known_of_it_on_a_day() {
        assertThat(facts().fold(years, "BY2017", LocalDate.of(2016, 9, 20)))
                .isEqualTo(new Year(YEAR, FROM, TO, null, null, List.of(), List.of()));
        assertThat(facts().fold(years, "BY2017", LocalDate.of(2016, 10, 5)))
                .isEqualTo(new Year(YEAR, FROM, TO, 100L, LocalDate.of(2016, 10, 5), List.of(), List.of()));
    }
}
