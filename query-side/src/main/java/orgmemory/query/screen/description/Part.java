// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence: words of the language, or something that is named in it and keeps its own direction.
 *
 * @param words  whether it is words of the sentence itself
 * @param target where one reads more of what is named; null where there is nothing more
 */
public record Part(String text, boolean words, @Nullable String target) {

    static Part words(String text) {
        return new Part(text, true, null);
    }

    static Part named(String text) {
        return new Part(text, false, null);
    }
}
