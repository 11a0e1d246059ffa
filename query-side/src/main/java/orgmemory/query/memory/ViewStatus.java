// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a view stands. One that is folded anew stands in the list twice: as it is read, and as it is folded beside.
 *
 * @param position  it is folded up to there
 * @param of        position up to which there is something to fold
 * @param brokenAt  the event that broke it; null unless broken
 * @param error     why it broke; null unless broken
 * @param perSecond events folded a second, and 0 unless it is being folded
 * @param left      time left at that rate; null unless it is being folded
 */
public record ViewStatus(String view, int version, Status status, long position, long of,
        @Nullable Long brokenAt,
        @Nullable String error, long perSecond, @Nullable Duration left) {

    /** What a reader may expect. */
    public enum Status {
        /** It is read, and follows each event. */
        LIVE,
        /** It is folded from the record, and not read yet. */
        FOLDING,
        /** It could not fold an event; it is not read until it is folded anew. */
        BROKEN,
        /** It has been replaced, and is about to be removed. */
        RETIRED
    }
}
