// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A cut round, as {@code CR-2017-1}. */
public record RoundId(String value) {

    public RoundId {
        Ids.check(value);
    }

    @JsonCreator
    public static RoundId of(String value) {
        return new RoundId(value);
    }

    public Subject subject() {
        return Subject.of("round", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
