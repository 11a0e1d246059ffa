// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** The middle of some rounds, with the lowest and the highest. */
final class Spread {

    private Spread() {
    }

    static String whole(double[] values) {
        return formatted("%.0f (%.0f to %.0f)", values);
    }

    /** Round by round, how many times theirs mine is. */
    static String ratios(double[] theirs, double[] mine) {
        var ratios = new double[mine.length];
        Arrays.setAll(ratios, round -> mine[round] / theirs[round]);
        return formatted("%.2f (%.2f to %.2f)", ratios);
    }

    private static String formatted(String form, double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, form, sorted[sorted.length / 2], sorted[0],
                sorted[sorted.length - 1]);
    }
}
