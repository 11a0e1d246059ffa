// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.util.List;
import java.util.Map;
import orgmemory.message.Capacity;
import orgmemory.message.Command;

/**
 * What a topic brings to all pages. Each topic has one bean of it; its words, the sentences of its events and their looks
 * stand in its bundles. Topics come in their {@code @Order}.
 */
public interface Topic {

    /**
     * A page that can be opened from every other one.
     *
     * @param name in the bundles under {@code nav.}; {@link Navigation} says where it stands among the others
     * @param path its address
     */
    record NavigationEntry(String name, String path, String icon) {
    }

    /**
     * Something that a new memory needs.
     *
     * @param name    in the bundles under {@code step.}
     * @param command what is asked for
     * @param times   how often, until the step is done
     * @param by      in whose hands it usually is
     * @param page    on which its form is opened
     */
    record FirstStep(String name, Class<? extends Command> command, int times, Capacity by, String page) {
    }

    /** The pages that it adds to the navigation. */
    default List<NavigationEntry> navigation() {
        return List.of();
    }

    /** Where the page of a thing begins, by the thing's type: its id follows. Other things have their trail alone. */
    default Map<String, String> places() {
        return Map.of();
    }

    /** The same for things that are told of on the page of another one with the same id: an account on its person's. */
    default Map<String, String> sharedPlaces() {
        return Map.of();
    }

    /** What a new memory needs of it, in the order in which it is best told. */
    default List<FirstStep> firstSteps() {
        return List.of();
    }
}
