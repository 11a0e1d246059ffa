// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.register.Rows.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2017, 1, 10);

    @Test
    void two_keepers_are_left_today() {
        assertThat(leavesTooFew(List.of(keeper("A"), keeper("B")), List.of(keeper("A")))).isTrue();
        assertThat(leavesTooFew(List.of(keeper("A"), keeper("B"), keeper("C")),
                List.of(keeper("A"), keeper("B")))).isFalse();
    }

    @Test
    void a_keeper_of_tomorrow_is_none_today() {
        var tomorrow = row("C", 1, null);

        assertThat(leavesTooFew(List.of(keeper("A"), keeper("B"), tomorrow), List.of(keeper("A"), tomorrow)))
                .isTrue();
        assertThat(leavesTooFew(List.of(keeper("A"), keeper("B"), tomorrow),
                List.of(keeper("A"), row("B", -9, 0L), tomorrow))).isFalse();
    }

    @Test
    void a_keeper_whose_days_are_counted_is_none_afterwards() {
        var until = row("C", -9, 5L);

        assertThat(leavesTooFew(List.of(keeper("A"), keeper("B"), until), List.of(keeper("A"), until)))
                .isTrue();
        assertThat(leavesTooFew(List.of(keeper("A"), until), List.of(keeper("A"), until))).isFalse();
    }

    @Test
    void one_keeper_with_two_rows_is_one() {
        assertThat(leavesTooFew(List.of(keeper("A"), keeper("B")), List.of(keeper("A"), row("A", -2, null))))
                .isTrue();
    }

    @Test
    void the_first_keeper_alone_stays() {
        assertThat(leavesTooFew(List.of(keeper("A")), List.of())).isTrue();
        assertThat(leavesTooFew(List.of(), List.of(keeper("A")))).isFalse();
    }

    @Test
    void days_that_have_passed_lend_no_right_and_do_not_count() {
        assertThat(leavesTooFew(List.of(row("A", -9, -1L), row("B", -9, -1L)), List.of())).isFalse();
    }

    private static boolean leavesTooFew(List<Row> before, List<Row> after) {
        return RegisterRules.leavesTooFew(before, after, TODAY);
    }

    private static Row keeper(String id) {
        return row(id, -9, null);
    }

    private static Row row(String id, long from, @Nullable Long until) {
        return new Row(id, TODAY.plusDays(from), until == null ? null : TODAY.plusDays(until));
    }
}
