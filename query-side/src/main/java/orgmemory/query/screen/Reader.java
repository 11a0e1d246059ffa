// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.people.PersonId;

/**
 * The person who is signed in.
 *
 * @param name       as people know them
 * @param capacities in which they may act today, those aside that hang on a line or area
 */
public record Reader(PersonId id, String name, Set<Capacity> capacities) {

    /** The first letters of the first two words of the name. */
    public String initials() {
        return Fmt.initials(name);
    }
}
