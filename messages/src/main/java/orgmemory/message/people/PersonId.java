// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import orgmemory.message.Ids;
import orgmemory.message.Subject;

/** A person. The id says nothing of the name. */
public record PersonId(String value) {

    public PersonId {
        Ids.check(value);
    }

    @JsonCreator
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    public Subject subject() {
        return Subject.of("person", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
