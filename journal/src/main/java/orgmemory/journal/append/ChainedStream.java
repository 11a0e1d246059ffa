// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a chain adds to one stream, and whether it comes in the order in which it happened. */
final class ChainedStream {

    private final List<NewEvent> events = new ArrayList<>();
    private @Nullable LocalDate latest;
    private int seen;

    void add(NewEvent event) {
        events.add(event);
    }

    List<NewEvent> events() {
        return events;
    }

    boolean isReordered(Supplier<@Nullable LocalDate> latestDay) {
        if (seen == 0) {
            // Of a stream that begins here nothing is recorded.
            latest = Long.valueOf(0).equals(events.getFirst().sequence()) ? null : latestDay.get();
        }
        boolean reordered = false;
        for (; seen < events.size(); seen++) {
            var day = events.get(seen).envelope().occurredOn();
            if (latest != null && day.isBefore(latest)) {
                reordered = true;
            } else {
                latest = day;
            }
        }
        return reordered;
    }
}
