// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A solidarity transfer, as {@code S-01}. */
public record TransferId(String value) {

    public TransferId {
        Ids.check(value);
    }

    @JsonCreator
    public static TransferId of(String value) {
        return new TransferId(value);
    }

    public Subject subject() {
        return Subject.of("transfer", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
