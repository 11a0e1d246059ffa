// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.rail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The days on which something happened, from the first to today, each as far from the first as it was.
 *
 * @param steps never empty: today is one of them
 * @param at    index of the step that the page shows
 * @param marks days to write under their bars, about evenly spread
 */
public record Rail(List<RailDay> steps, int at, List<Mark> marks) {

    /**
     * A day.
     *
     * @param label  the day as people write it
     * @param note      what happened, in words, and whether anything of it came late or was put right
     * @param height    of its bar, from 0 (nothing happened) to 30
     * @param late      whether anything was recorded later than it happened
     * @param corrected whether anything has been put right since
     */
    public record RailDay(LocalDate day, String label, String note, int height, boolean late,
            boolean corrected) {
    }

    /**
     * A day that is written under its bar.
     *
     * @param at index of its step
     */
    public record Mark(int at, String label) {
    }

    /** How many days it is long. */
    public int span() {
        return offset(steps.getLast().day());
    }

    /** How many days after the first one a day lies; on the rail, wherever the day is. */
    public int offset(LocalDate day) {
        var first = steps.getFirst().day();
        return (int) Math.clamp(ChronoUnit.DAYS.between(first, day), 0,
                ChronoUnit.DAYS.between(first, steps.getLast().day()));
    }

    public boolean anyLate() {
        return steps.stream().anyMatch(RailDay::late);
    }

    public boolean anyCorrected() {
        return steps.stream().anyMatch(RailDay::corrected);
    }

    public int last() {
        return steps.size() - 1;
    }

    public RailDay here() {
        return steps.get(at);
    }
}
