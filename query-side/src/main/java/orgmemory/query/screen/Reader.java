// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.people.PersonId;

/**
 * The person who is signed in.
 *
 * @param name       as people know them
 * @param capacities in which they may act today, those aside that hang on a line or area
 */
public record Reader(PersonId id, String name, Set<Capacity> capacities) {

    private static final int LETTERS = 2;

    /** The first letters of the first two words of the name. */
    public String initials() {
        return Stream.of(name.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(LETTERS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
