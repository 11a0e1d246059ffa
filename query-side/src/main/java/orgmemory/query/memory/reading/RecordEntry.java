// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded. Corrections are entries of their own.
 *
 * @param corrects    id of the event that this one corrects or annuls
 * @param correctedBy ids of later events that correct or annul this one, in order
 * @param payload     as JSON
 */
public record RecordEntry(long position, String eventId, String stream, String entity, long entityVersion,
        String topic, String name, String actor, String capacity, @Nullable String onBehalfOf,
        String attestation,
        @Nullable String story, @Nullable String causation, String visibility, @Nullable String sourceRef,
        String language, String commandId, Instant recordedAt, LocalDate occurredOn, List<String> subjects,
        @Nullable String corrects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> correctedBy,
        @JsonRawValue String payload) {
}
