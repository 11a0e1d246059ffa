// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.rail;

import java.time.LocalDate;
import java.util.List;

/**
 * The days on which something happened, from the first to today.
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
     * @param note   what happened, in words
     * @param height of its bar, from 0 (nothing happened) to 30
     */
    public record RailDay(LocalDate day, String label, String note, int height) {
    }

    /**
     * A day that is written under its bar.
     *
     * @param at index of its step
     */
    public record Mark(int at, String label) {
    }

    public int last() {
        return steps.size() - 1;
    }

    public RailDay here() {
        return steps.get(at);
    }
}
