// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.query.budget.MovementTotals.Totals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovementTotalsTest {

    private static final BudgetYearId YEAR = new BudgetYearId("BY2012");

    private final MovementTotals view = new MovementTotals();

    private static BudgetFacts facts() {
        return new BudgetFacts()
                .on("2012-01-09")
                .moved("BY2012", "M-1", MovementKind.TRANSFER, line(-700), line(500), line(200))
                .on("2012-02-01")
                .moved("BY2012", "M-2", MovementKind.CUT, line(-40), line(0))
                .on("2012-02-01")
                .moved("BY2012", "M-3", MovementKind.CUT, line(0))
                .on("2012-03-01")
                .moved("BY2013", "M-4", MovementKind.CUT, line(-9));
    }

    private static MovementLine line(long agorot) {
        return new MovementLine("13-01-05", "הוצאות שונות", agorot, null);
    }

    @Test
    void a_year_counts_its_movements_of_all_kinds() {
        assertThat(facts().fold(view, "BY2012")).isEqualTo(new Totals(YEAR, null, 3, 6, -40, 700, -740, 2));
    }

    @Test
    void a_kind_counts_its_own_only() {
        assertThat(facts().fold(view, "BY2012:CUT"))
                .isEqualTo(new Totals(YEAR, MovementKind.CUT, 2, 3, -40, 0, -40, 1));
    }

    @Test
    void a_day_counts_what_had_happened_by_its_end() {
        assertThat(facts().fold(view, "BY2012", LocalDate.of(2012, 1, 31)))
                .isEqualTo(new Totals(YEAR, null, 1, 3, 0, 700, -700, 1));
    }

    @Test
    void both_keys_belong_to_the_year() {
        assertThat(view.entity("BY2012")).isEqualTo(Subject.of("budget-year/BY2012"));
        assertThat(view.entity("BY2012:CUT")).isEqualTo(Subject.of("budget-year/BY2012"));
    }
}
