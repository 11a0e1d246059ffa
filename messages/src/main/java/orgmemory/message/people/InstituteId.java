// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** The one institute that a memory remembers. */
public record InstituteId(String value) {

    public InstituteId {
        Ids.check(value);
    }

    @JsonCreator
    public static InstituteId of(String value) {
        return new InstituteId(value);
    }

    public Subject subject() {
        return Subject.of("institute", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
