// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import java.util.List;
import orgmemory.access.Sentences;

/**
 * How a kind of event looks: an icon and a tone, so that it is found again among others. Colour alone says nothing. Both
 * stand beside the event's sentence, under {@code look.}, in the file that is of no language.
 */
public record Look(String icon, String tone) {

    private static final Look UNKNOWN = new Look("file-text", "slate");

    /** How an event of that stored name looks. */
    static Look of(String name, Sentences sentences) {
        var key = "look." + name;
        if (!sentences.has(key)) {
            return UNKNOWN;
        }
        var parts = sentences.say(key, List.of(), Sentences.ENGLISH).split(" ", 2);
        return new Look(parts[0], parts[1]);
    }
}
