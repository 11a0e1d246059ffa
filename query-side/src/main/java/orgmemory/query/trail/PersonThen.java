// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.message.people.ManagerKind;

/**
 * A manager as they were on a day.
 *
 * @param tenureStart since when they had managed; null where it is not known
 * @param tenureYears whole years that had passed since
 */
public record PersonThen(Subject person, ManagerKind kind, @Nullable LocalDate tenureStart,
        @Nullable Integer tenureYears, @Nullable Integer timeSharePercent) {

    /** In which year of their tenure they were, counted from 1. */
    public @Nullable Integer year() {
        return tenureYears == null ? null : tenureYears + 1;
    }
}
