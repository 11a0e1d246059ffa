// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/** What is kept of one view, as it was before the events that are being folded. */
public interface ViewHistory {

    /**
     * The newest state of a key.
     *
     * @param day   the last day of any fact that ever concerned the key
     * @param state as JSON; null where no fact stands
     */
    record Latest(LocalDate day, @Nullable String state) {
    }

    /**
     * A key's past from some day on.
     *
     * @param base  the state at the end of the day before, as JSON; null where no fact stood then
     * @param days  days from then on that have versions
     * @param facts facts that stand from that day on and concern the key or once did
     */
    record Past(@Nullable String base, Collection<LocalDate> days, List<Fact> facts) {
    }

    /** The newest states; keys that no fact ever concerned are absent. */
    Map<String, Latest> latest(Collection<String> keys);

    /** A key's past from the day on. */
    Past past(String key, LocalDate from);
}
