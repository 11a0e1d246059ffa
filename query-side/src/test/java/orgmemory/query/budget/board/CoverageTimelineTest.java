// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.screen.read.States.OnDay;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoverageTimelineTest {

    @Test
    void a_day_on_which_no_figure_moved_is_no_step_of_the_road() {
        var facts = RoundOf2017.facts();
        var boards = LocalDate.of(2016, 10, 20)
                .datesUntil(LocalDate.of(2016, 12, 8))
                .map(day -> new OnDay<>(day, facts.fold(new CutBoard(), "CR-2017-1", day)))
                .toList();

        // Shares move nothing, and the last day only confirms.
        assertThat(CoverageTimeline.of(boards).days()).hasSize(14)
                .extracting(day -> day.day().toString())
                .doesNotContain("2016-10-27", "2016-12-07")
                .startsWith("2016-10-20", "2016-11-03")
                .endsWith("2016-12-06");
        assertThat(CoverageTimeline.of(boards).days())
                .allMatch(day -> day.acceptedAgorot() + day.gapAgorot() == 130_000_000);
    }

    @Test
    void a_round_that_was_never_open_has_no_road() {
        assertThat(CoverageTimeline.of(List.of()).days()).isEmpty();
    }
}
