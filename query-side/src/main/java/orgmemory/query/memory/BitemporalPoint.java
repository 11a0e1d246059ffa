// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On which two clocks a question is put.
 *
 * @param asOf    what had happened by the end of that day; null for today
 * @param knownOn what was recorded up to that position, 0 for nothing; null for all that is recorded
 */
public record BitemporalPoint(@Nullable LocalDate asOf, @Nullable Long knownOn) {

    public static final BitemporalPoint NOW = new BitemporalPoint(null, null);

    /** Whether it is asked about the present. */
    public boolean present() {
        return asOf == null && knownOn == null;
    }
}
