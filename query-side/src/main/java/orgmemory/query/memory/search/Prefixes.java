// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.List;
import java.util.Set;

/** The Hebrew letters that are written together with the word they belong to: the, and, in, to, as, from, that. */
final class Prefixes {

    /** One letter first, then those that are written before each other. */
    static final List<String> IN_ORDER = List.of("ה", "ו", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "וכ",
            "ומ", "וש", "שה", "שב", "של", "שכ", "שמ", "מה", "לה", "כש", "מש", "בש", "שו", "ומה", "ושה", "ושב",
            "ושל", "ושכ", "ושמ", "שמה", "כשה", "כשב", "כשל", "כשמ", "וכש", "לכש", "מכש", "שכש", "משה", "ושמה",
            "וכשה", "וכשב", "לכשה", "ולכש", "שכשה");

    static final Set<String> ALL = Set.copyOf(IN_ORDER);

    /** A word of fewer letters is not looked for behind them: nearly every word would be one. */
    static final int SHORTEST = 2;

    private static final int SHORTEST_QUESTION = 4;
    private static final int MOST_STEMS = 3;

    private Prefixes() {
    }

    /** The word with each of them before it. */
    static List<String> before(String word) {
        return isHebrew(word) && word.length() >= SHORTEST
                ? IN_ORDER.stream().map(prefix -> prefix + word).toList()
                : List.of();
    }

    /** What a word that is asked for may be without them; short words are left as they are. */
    static List<String> without(String word) {
        return isHebrew(word)
                ? IN_ORDER.stream()
                        .filter(prefix -> word.startsWith(prefix)
                                && word.length() - prefix.length() >= SHORTEST_QUESTION)
                        .map(prefix -> word.substring(prefix.length()))
                        .limit(MOST_STEMS)
                        .toList()
                : List.of();
    }

    private static boolean isHebrew(String word) {
        return !word.isEmpty() && Folding.isHebrew(word.charAt(0));
    }
}
