// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** An area of responsibility. */
public record AreaId(String value) {

    public AreaId {
        Ids.check(value);
    }

    @JsonCreator
    public static AreaId of(String value) {
        return new AreaId(value);
    }

    public Subject subject() {
        return Subject.of("area", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
