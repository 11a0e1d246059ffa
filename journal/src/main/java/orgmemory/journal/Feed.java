// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.time.Duration;
import java.util.List;

/** Reads the journal in its one order. No event appears later at a position that has already been read past. */
public interface Feed {

    /** At most {@code limit} events after the position, in order; fewer only at the head. Position 0 is before all. */
    List<StoredEvent> read(long after, int limit);

    /** The last position, 0 when nothing has been recorded. */
    long head();

    /** Waits until there is an event after the position; false when the time ran out or the thread was interrupted. */
    boolean awaitAfter(long position, Duration atMost);
}
