// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.Event;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {

    private final List<StoredEvent> recorded = new ArrayList<>();

    @Test
    void facts_stand_by_day_and_on_the_same_day_by_position() {
        record(Facts.forecast("BY2017", 1), "2016-11-05");
        record(Facts.forecast("BY2017", 2), "2016-11-04");
        record(Facts.forecast("BY2017", 3), "2016-11-05");
        assertThat(standing()).containsExactly("2016-11-04 2 @2", "2016-11-05 1 @1", "2016-11-05 3 @3");
    }

    @Test
    void a_correction_stands_at_the_originals_position_on_its_right_day() {
        var wrong = record(Facts.forecast("BY2017", 1), "2016-11-05");
        record(Facts.forecast("BY2017", 2), "2016-11-07");
        record(Facts.forecast("BY2017", 3), "2016-11-05");
        record(Facts.corrected(wrong, Facts.forecast("BY2017", 10), LocalDate.parse("2016-11-07")),
                "2016-12-01");
        assertThat(standing()).containsExactly("2016-11-05 3 @3", "2016-11-07 10 @1", "2016-11-07 2 @2");
    }

    @Test
    void of_several_corrections_the_latest_counts_and_the_original_is_named_each_time() {
        var wrong = record(Facts.forecast("BY2017", 1), "2016-11-05");
        record(Facts.corrected(wrong, Facts.forecast("BY2017", 10), LocalDate.parse("2016-11-07")),
                "2016-12-01");
        record(Facts.corrected(wrong, Facts.forecast("BY2017", 11), LocalDate.parse("2016-11-05")),
                "2016-12-02");
        assertThat(standing()).containsExactly("2016-11-05 11 @1");
    }

    @Test
    void an_annulled_fact_is_left_out_until_a_correction_revives_it() {
        var wrong = record(Facts.forecast("BY2017", 1), "2016-11-05");
        record(Facts.annulled(wrong, Facts.forecast("BY2017", 1)), "2016-12-01");
        assertThat(standing()).isEmpty();
        record(Facts.corrected(wrong, Facts.forecast("BY2017", 10), LocalDate.parse("2016-11-06")),
                "2016-12-02");
        assertThat(standing()).containsExactly("2016-11-06 10 @1");
    }

    private String record(Event event, String day) {
        long position = recorded.size() + 1L;
        recorded.add(new StoredEvent(position, "E" + position, event.stream(), position - 1, event.entity(),
                position, "name", 1, Instant.EPOCH, Facts.on(day), event));
        return "E" + position;
    }

    private List<String> standing() {
        return Standing.ofStored(recorded, new EventCodec())
                .stream()
                .map(stored -> stored.envelope().occurredOn() + " "
                        + ((RevenueForecastRecorded) stored.event()).amountAgorot() + " @"
                        + stored.position())
                .toList();
    }
}
