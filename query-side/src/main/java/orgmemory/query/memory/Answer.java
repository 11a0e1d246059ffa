// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One state of a view, and what it holds for.
 *
 * @param asOf     it says what had happened by the end of that day
 * @param knownOn  it rests on what was recorded up to that position
 * @param position where the memory stands
 * @param version  the entity's version for {@code If-Match}, in present reads only
 * @param versions versions of the state's parts by subject, in present reads only
 * @param state    the state as JSON, as it is kept
 */
public record Answer(String view, int viewVersion, String key, LocalDate asOf, long knownOn, long position,
        @Nullable Long version,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> versions,
        @JsonRawValue String state) {
}
