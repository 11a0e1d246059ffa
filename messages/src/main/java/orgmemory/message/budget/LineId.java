// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A line of a budget year, as {@code BY2017:D4}. */
public record LineId(String value) {

    public LineId {
        Ids.checkPart(value);
    }

    @JsonCreator
    public static LineId of(String value) {
        return new LineId(value);
    }

    public Subject subject() {
        return Subject.of("line", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
