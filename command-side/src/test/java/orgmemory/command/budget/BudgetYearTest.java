// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Refused;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.AcknowledgeFullView;
import orgmemory.message.budget.BudgetYearMessages.FullViewAcknowledged;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.people.PersonId;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.MovementId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetYearTest {

    private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
    private static final LocalDate TO = LocalDate.of(2017, 12, 31);

    private final BudgetFacts facts = new BudgetFacts();

    @Test
    void is_opened() {
        assertThat(BudgetYear.open(facts.year(), new OpenBudgetYear(YEAR, FROM, TO)))
                .isEqualTo(new BudgetYearOpened(YEAR, FROM, TO));
    }

    @Test
    void is_opened_only_once() {
        Refused.with(EXISTS, "budget-year.exists", () -> BudgetYear.open(facts.opened().year(),
                new OpenBudgetYear(YEAR, FROM, TO)));
    }

    @Test
    void does_not_end_before_it_begins() {
        Refused.with("budget-year.ends-before-it-begins", () -> BudgetYear.open(facts.year(),
                new OpenBudgetYear(YEAR, FROM, FROM)));
    }

    @Test
    void its_full_view_is_acknowledged_once_by_each_after_it_was_published() {
        facts.world.manager("P8").manager("D4");
        Refused.with(UNKNOWN, "budget-year.unknown", () -> acknowledge("P8"));
        facts.opened().on("2016-10-04");
        Refused.with("full-view.not-published", () -> acknowledge("P8"));
        facts.on("2016-10-05").happened(new FullViewPublished(YEAR)).on("2016-10-07");

        assertThat(acknowledge("P8")).isEqualTo(new FullViewAcknowledged(YEAR, new PersonId("P8")));
        facts.happened(acknowledge("P8"));
        Refused.with("full-view.acknowledged", () -> acknowledge("P8"));
        // Recorded late: others have acknowledged on later days, which holds up nobody.
        facts.on("2016-10-06");
        assertThat(acknowledge("D4").personId()).isEqualTo(new PersonId("D4"));
        facts.on("2016-10-04");
        Refused.with("full-view.not-published", () -> acknowledge("D4"));
    }

    private FullViewAcknowledged acknowledge(String person) {
        return BudgetYear.acknowledgeFullView(facts.year(), new AcknowledgeFullView(YEAR),
                facts.who(person, MGR));
    }

    @Test
    void takes_forecasts_once_it_is_open() {
        var command = new RecordRevenueForecast(YEAR, agorot(500), "ministry", null);

        assertThat(BudgetYear.forecast(facts.opened().year(), command, facts.who("BST", BST)))
                .isEqualTo(new RevenueForecastRecorded(YEAR, agorot(500), "ministry", null));
        Refused.with(UNKNOWN, "budget-year.unknown",
                () -> BudgetYear.forecast(YearState.NONE, command, facts.who("BST", BST)));
    }

    @Test
    void goes_on_in_the_order_of_its_days_unless_imported() {
        var year = facts.on("2016-09-10").opened().year();
        var command = new RecordRevenueForecast(YEAR, agorot(500), "ministry", null);
        facts.on("2016-09-09");

        Refused.with("occurred-on.before-last-fact",
                () -> BudgetYear.forecast(year, command, facts.who("BST", BST)));
        assertThat(BudgetYear.forecast(year, command, facts.importing()).amountAgorot())
                .isEqualTo(agorot(500));
    }

    @Test
    void shows_nothing_while_it_has_no_lines() {
        Refused.with("full-view.no-lines", () -> BudgetYear.publishFullView(facts.opened().year(),
                new PublishFullView(YEAR), facts.who("BST", BST)));
    }

    @Test
    void shows_everybody_its_lines() {
        var year = facts.opened().common("PD", 200).year();

        assertThat(BudgetYear.publishFullView(year, new PublishFullView(YEAR), facts.who("BST", BST)))
                .isEqualTo(new FullViewPublished(YEAR));
    }

    @Test
    void takes_movements_only_from_earlier_records() {
        Refused.with("movement.not-imported", () -> PastMovement.record(facts.opened().year(), movement("PD"),
                facts.who("MEM", MEM)));
    }

    @Test
    void takes_no_movement_of_a_year_or_line_that_does_not_exist() {
        Refused.with(UNKNOWN, "budget-year.unknown",
                () -> PastMovement.record(YearState.NONE, movement(null), facts.importing()));
        Refused.with(UNKNOWN, "line.unknown",
                () -> PastMovement.record(facts.opened().year(), movement("PD"), facts.importing()));
    }

    @Test
    void changes_only_the_lines_that_a_movement_declares() {
        var year = facts.opened().common("PD", 200).year();
        var event = PastMovement.record(year, movement("PD"), facts.importing());

        var moved = facts.happened(event).year();

        assertThat(moved.free(line("PD"))).isEqualTo(agorot(200) - 5);
        assertThat(moved.balances()).hasSize(1);
        assertThat(moved.days()).isEqualTo(year.days());
    }

    private static RecordPastMovement movement(@Nullable String line) {
        return new RecordPastMovement(YEAR, new MovementId("M1"), MovementKind.CUT, "title", null,
                List.of(new MovementLine("20.01", "declared", -5, line == null ? null : line(line)),
                        new MovementLine("20.02", "not declared", 5, null)));
    }
}
