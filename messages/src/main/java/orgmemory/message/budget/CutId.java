// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A proposed cut. */
public record CutId(String value) {

    public CutId {
        Ids.check(value);
    }

    @JsonCreator
    public static CutId of(String value) {
        return new CutId(value);
    }

    public Subject subject() {
        return Subject.of("cut", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
