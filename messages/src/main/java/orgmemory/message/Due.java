// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about something by a day. Of what has been said of the same matter the latest fact counts.
 *
 * @param of   what it is about
 * @param what the matter, in words of the topic as bundles and deadlines know it: {@code group.lapse}
 * @param day  the day on which it is due; null where nothing is due any more
 */
public record Due(Subject of, String what, @Nullable LocalDate day) {

    private static final char SEPARATOR = '#';

    /** The matter is due on a day, and on no other that was said before. */
    public static Due on(LocalDate day, Subject of, String what) {
        return new Due(of, what, day);
    }

    /** The matter is not due any more: it is done, or nobody needs it. */
    public static Due noMore(Subject of, String what) {
        return new Due(of, what, null);
    }

    /** Names the matter among all: {@code group/LG-1#group.lapse}. */
    public String key() {
        return of.toString() + SEPARATOR + what;
    }

    /** What a key names, without its day. */
    public static Due ofKey(String key) {
        int separator = key.lastIndexOf(SEPARATOR);
        return noMore(Subject.of(key.substring(0, separator)), key.substring(separator + 1));
    }
}
