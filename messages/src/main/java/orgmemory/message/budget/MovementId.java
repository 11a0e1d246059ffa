// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A movement of an earlier record. */
public record MovementId(String value) {

    public MovementId {
        Ids.check(value);
    }

    @JsonCreator
    public static MovementId of(String value) {
        return new MovementId(value);
    }

    public Subject subject() {
        return Subject.of("movement", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
