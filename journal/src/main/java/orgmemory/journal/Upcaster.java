// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.util.stream.Stream;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a payload of an earlier revision: turns it into the form of the next one.
 *
 * @param name         stored name of the event
 * @param fromRevision the revision it understands; it answers {@code fromRevision + 1}
 * @param change       what has changed
 */
public record Upcaster(String name, int fromRevision, UnaryOperator<ObjectNode> change) {

    /** Names have had a second language since; what was named in one is as it was. */
    private static ObjectNode sameInOneLanguage(ObjectNode payload) {
        return payload;
    }

    /** All upcasters there are. A revision of an event that is raised adds one here, and nothing ever goes. */
    public static List<Upcaster> all() {
        return Stream
                .of("people.body-registered", "people.institute-registered", "people.area-opened",
                        "people.area-renamed", "budget.line-drafted", "budget.line-draft-revised")
                .map(name -> new Upcaster(name, 1, Upcaster::sameInOneLanguage))
                .toList();
    }
}
