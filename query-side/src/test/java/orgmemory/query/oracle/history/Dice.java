// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.history;

import java.util.List;
import java.util.Random;

/** The chances of one step of a history. The same seed always falls the same way. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 up to, and without, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** An amount that often repeats, so that sums come out balanced and zero at times. */
    long amount() {
        return (1 + below(6)) * 100_00L;
    }
}
