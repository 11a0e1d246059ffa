// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import static orgmemory.query.automation.AutomationFacts.THING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.query.automation.DueCalendar.DueState;
import orgmemory.query.automation.DueCalendar.Matter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DueCalendarTest {

    private static final String KEY = "line:BY2017:D4:answer";
    private static final LocalDate DAY = LocalDate.of(2016, 11, 10);

    private final DueCalendar calendar = new DueCalendar();

    private Matter on(AutomationFacts facts, LocalDate day) {
        return facts.fold(calendar, KEY, day);
    }

    @Test
    void a_matter_is_coming_until_its_day_and_overdue_after_it() {
        var facts = new AutomationFacts().on("2016-11-01").due(Due.on(DAY, THING, "answer"));

        assertThat(on(facts, DAY.minusDays(1)).state()).isEqualTo(DueState.COMING);
        assertThat(on(facts, DAY)).isEqualTo(new Matter(THING, "answer", DAY, LocalDate.of(2016, 11, 1), null,
                DueState.TODAY));
        assertThat(on(facts, DAY.plusDays(1)).state()).isEqualTo(DueState.OVERDUE);
    }

    @Test
    void what_is_done_was_due_until_then() {
        var facts = new AutomationFacts().on("2016-11-01")
                .due(Due.on(DAY, THING, "answer"))
                .on("2016-11-12")
                .due(Due.noMore(THING, "answer"));

        assertThat(on(facts, DAY.plusDays(1)).state()).isEqualTo(DueState.OVERDUE);
        assertThat(on(facts, DAY.plusDays(2)).state()).isEqualTo(DueState.DONE);
        assertThat(on(facts, DAY.plusDays(2)).doneOn()).isEqualTo(DAY.plusDays(2));
        assertThat(on(facts, DAY.plusDays(2)).day()).isEqualTo(DAY);
    }

    @Test
    void the_day_that_is_said_last_counts_and_what_was_done_can_be_due_again() {
        var facts = new AutomationFacts().on("2016-11-01")
                .due(Due.on(DAY, THING, "answer"))
                .on("2016-11-02")
                .due(Due.on(DAY.plusDays(7), THING, "answer"))
                .on("2016-11-03")
                .due(Due.noMore(THING, "answer"))
                .on("2016-11-04")
                .due(Due.on(DAY.plusDays(9), THING, "answer"));

        assertThat(on(facts, LocalDate.of(2016, 11, 2)).day()).isEqualTo(DAY.plusDays(7));
        assertThat(on(facts, LocalDate.of(2016, 11, 3)).state()).isEqualTo(DueState.DONE);
        assertThat(on(facts, LocalDate.of(2016, 11, 4)).state()).isEqualTo(DueState.COMING);
        assertThat(on(facts, LocalDate.of(2016, 11, 4)).doneOn()).isNull();
    }

    @Test
    void matters_of_one_thing_and_of_its_whole_stand_apart() {
        var facts = new AutomationFacts().on("2016-11-01")
                .due(Due.on(DAY, THING, "answer"), Due.on(DAY.plusDays(1), THING, "review"),
                        Due.on(DAY.plusDays(2), Subject.of("line", "BY2017"), "answer"));

        assertThat(on(facts, DAY).day()).isEqualTo(DAY);
        assertThat(facts.fold(calendar, "line:BY2017:D4:review", DAY).day()).isEqualTo(DAY.plusDays(1));
        assertThat(facts.fold(calendar, "line:BY2017:answer", DAY).day()).isEqualTo(DAY.plusDays(2));
        assertThat(calendar.entity(KEY)).isEqualTo(THING);
    }
}
