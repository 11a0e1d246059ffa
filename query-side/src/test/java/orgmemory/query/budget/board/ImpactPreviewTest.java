// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;
import static orgmemory.query.budget.BudgetFacts.agorot;
import static orgmemory.query.budget.BudgetFacts.line;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.budget.YearLines;
import orgmemory.query.screen.form.Form;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImpactPreviewTest {

    /** The round lacks 480 thousand, and D4 has 1,450 thousand free. */
    private static final LocalDate DAY = LocalDate.of(2016, 11, 24);

    private static Optional<ImpactPreview> typed(String kind, String amount) {
        var facts = RoundOf2017.facts();
        var line = facts.fold(new BudgetLines(), line("D4").value(), DAY);
        return ImpactPreview.of(
                Form.fresh(Map.of("kind", kind, "lineId", line("D4").value(), "amountAgorot", amount)),
                "lineId",
                facts.fold(new CutBoard(), "CR-2017-1", DAY), new YearLines(List.of(line), Map.of(), null));
    }

    @Test
    void it_says_what_the_round_would_lack_and_the_line_would_have() {
        assertThat(typed("OWN_LINE", "40,000")).hasValueSatisfying(would -> {
            assertThat(would.gapAgorot()).isEqualTo(agorot(440));
            assertThat(would.freeAgorot()).isEqualTo(agorot(1410));
            assertThat(would.moreThanGap() || would.moreThanFree()).isFalse();
        });
    }

    @Test
    void more_income_takes_nothing_from_the_line() {
        assertThat(typed("INCOME_INCREASE", "2,000,000")).hasValueSatisfying(would -> {
            assertThat(would.freeAgorot()).isNull();
            assertThat(would.moreThanGap()).isTrue();
            assertThat(would.moreThanFree()).isFalse();
        });
    }

    @Test
    void it_says_so_where_the_line_does_not_have_that_much() {
        assertThat(typed("OWN_LINE", "1,450,000.01")).hasValueSatisfying(
                would -> assertThat(would.moreThanFree()).isTrue());
    }

    @Test
    void nothing_is_told_before_an_amount_is_typed() {
        assertThat(typed("OWN_LINE", "")).isEmpty();
        assertThat(typed("OWN_LINE", "many")).isEmpty();
        assertThat(typed("OWN_LINE", "0")).isEmpty();
        assertThat(typed("OWN_LINE", "-5")).isEmpty();
    }
}
