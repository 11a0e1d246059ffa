// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A committee, a ministry or another body that acts. */
public record BodyId(String value) {

    public BodyId {
        Ids.check(value);
    }

    @JsonCreator
    public static BodyId of(String value) {
        return new BodyId(value);
    }

    public Subject subject() {
        return Subject.of("body", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
