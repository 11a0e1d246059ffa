// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register holds of a key, from day to day.
 *
 * @param key    of whom or what
 * @param holder who holds it, or what; null where the key says all
 * @param from   its first day
 * @param until  its last day; null without end
 */
public record RegisterRow(String key, @Nullable String holder, LocalDate from, @Nullable LocalDate until) {

    /** Whether it holds on that day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
