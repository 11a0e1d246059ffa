// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.List;
import java.util.stream.Collectors;
import orgmemory.query.memory.search.Folding.Kind;

/** Words that belong together: those that hyphens join may be written as one, and a number counts in what follows it. */
final class Compounds {

    private static final int FURTHEST = 2;

    private final String text;
    private final List<Word> words;

    private Compounds(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    /** The same words, with what they are found as together. */
    static List<Word> joined(String text, List<Word> words) {
        var compounds = new Compounds(text, words);
        compounds.count();
        compounds.join();
        return words;
    }

    private void count() {
        for (int i = 0; i + 1 < words.size(); i++) {
            var number = words.get(i);
            var next = words.get(i + 1);
            if (!number.number() || next.number() || !isNear(number, next)) {
                continue;
            }
            var product = Scales.times(number.form(), next.form());
            if (product != null) {
                number.alsoFoundAs(product);
                number.orInstead(product);
                next.orInstead(product);
            }
        }
    }

    private boolean isNear(Word first, Word second) {
        if (second.start() - first.end() > FURTHEST) {
            return false;
        }
        return text.substring(first.end(), second.start())
                .codePoints()
                .allMatch(between -> Character.isWhitespace(between) || Character.isSpaceChar(between)
                        || Folding.of(between).kind() == Kind.HYPHEN);
    }

    private void join() {
        int first = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 < words.size() && isHyphen(words.get(i), words.get(i + 1))) {
                continue;
            }
            if (i > first) {
                join(words.subList(first, i + 1));
            }
            first = i + 1;
        }
    }

    private static void join(List<Word> parts) {
        if (parts.stream().allMatch(Word::number)) {
            return;
        }
        var whole = parts.stream().map(Word::form).collect(Collectors.joining());
        parts.getFirst().alsoFoundAs(whole);
        parts.forEach(part -> part.orInstead(whole));
    }

    /** Whether nothing but a hyphen stands between them. */
    private boolean isHyphen(Word first, Word second) {
        int hyphens = 0;
        for (int i = first.end(); i < second.start(); i++) {
            var kind = Folding.of(text.charAt(i)).kind();
            hyphens += kind == Kind.HYPHEN ? 1 : 0;
            if (kind != Kind.HYPHEN && kind != Kind.UNSEEN) {
                return false;
            }
        }
        return hyphens == 1;
    }
}
