// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.search.Folding.Kind;

/** Words that say how many times a number is meant: {@code 480 thousand} is 480,000. */
final class Scales {

    private static final int LONGEST = 12;
    private static final int LONGEST_NUMBER = 30;

    private static final Map<String, BigDecimal> OF = of(
            Map.of(3, "אלפ אלפימ אלפי אלשח thousand thousands k", 6,
                    "מיליונ מיליונימ מיליוני מליונ מליונימ מליוני מלשח million millions mio mln mn m",
                    9, "מיליארד מיליארדי מליארד billion billions bn"));

    private Scales() {
    }

    private static Map<String, BigDecimal> of(Map<Integer, String> words) {
        var scales = new HashMap<String, BigDecimal>();
        words.forEach((zeros, alike) -> {
            for (var word : alike.split(" ", -1)) {
                scales.put(word, BigDecimal.TEN.pow(zeros));
            }
        });
        return Map.copyOf(scales);
    }

    /** Whether a word that begins there is one. */
    static boolean begin(String text, int at) {
        var word = new StringBuilder();
        int i = at;
        while (i < text.length() && word.length() <= LONGEST) {
            var folding = Folding.of(text.codePointAt(i));
            if (folding.kind() != Kind.LETTER && folding.kind() != Kind.DIGIT) {
                break;
            }
            word.append(folding.folded());
            i += Character.charCount(text.codePointAt(i));
        }
        return OF.containsKey(word.toString());
    }

    /** The number that both mean together; null where the word is none of them. */
    static @Nullable String times(String number, String word) {
        var scale = OF.get(word);
        if (scale == null || number.length() > LONGEST_NUMBER) {
            return null;
        }
        return new BigDecimal(number).multiply(scale).stripTrailingZeros().toPlainString();
    }
}
