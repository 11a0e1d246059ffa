// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.ArrayList;
import java.util.List;
import orgmemory.query.memory.search.Folding.Kind;

/** Reads a text into words, from its beginning to its end. */
final class WordScanner {

    private static final int QUOTES_TOGETHER = 2;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    WordScanner(String text) {
        this.text = text;
    }

    /** The words in their order. */
    static List<Word> words(String text) {
        return Compounds.joined(text, new WordScanner(text).scan());
    }

    private List<Word> scan() {
        while (at < text.length()) {
            int character = text.codePointAt(at);
            var folding = Folding.of(character);
            switch (folding.kind()) {
                case LETTER -> letters(at, "", folding.hebrew());
                case DIGIT -> number();
                case SYMBOL -> {
                    int end = at + Character.charCount(character);
                    words.add(Word.of(at, end, folding.folded(), false));
                    at = end;
                }
                default -> at += Character.charCount(character);
            }
        }
        return words;
    }

    /** A word of letters of one alphabet, with digits after those of any but Hebrew, and with quotes inside of it. */
    private void letters(int start, String begun, boolean hebrew) {
        var form = new StringBuilder(begun);
        var parts = new ArrayList<String>(0);
        int part = 0;
        int end = at;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            var folding = Folding.of(character);
            if (folding.kind() == Kind.QUOTE) {
                int after = afterQuotes(hebrew);
                if (after < 0) {
                    break;
                }
                parts.add(form.substring(part));
                part = form.length();
                at = after;
                continue;
            }
            if (folding.kind() != Kind.UNSEEN && !goesOn(folding, hebrew)) {
                break;
            }
            form.append(folding.folded());
            at += Character.charCount(character);
            end = Character.getType(character) == Character.FORMAT ? end : at;
        }
        var word = Word.of(start, end, form.toString(), false);
        if (!parts.isEmpty()) {
            parts.add(form.substring(part));
            parts.forEach(word::alsoFoundAs);
        }
        words.add(word);
    }

    private static boolean goesOn(Folding folding, boolean hebrew) {
        return folding.kind() == Kind.LETTER
                ? folding.hebrew() == hebrew
                : folding.kind() == Kind.DIGIT && !hebrew;
    }

    /** Where the word goes on behind quotes that stand inside of it; -1 where they do not. */
    private int afterQuotes(boolean hebrew) {
        int quotes = 0;
        for (int i = at; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var folding = Folding.of(text.codePointAt(i));
            if (folding.kind() == Kind.QUOTE) {
                quotes++;
            } else if (folding.kind() != Kind.UNSEEN) {
                return quotes <= QUOTES_TOGETHER && folding.kind() == Kind.LETTER
                        && folding.hebrew() == hebrew
                                ? i
                                : -1;
            }
        }
        return -1;
    }

    private void number() {
        int start = at;
        var number = NumberScanner.read(text, at);
        at = number.end();
        if (at < text.length() && number.isWhole()) {
            var next = Folding.of(text.codePointAt(at));
            if (next.kind() == Kind.LETTER && !next.hebrew() && !Scales.begin(text, at)) {
                letters(start, number.forms().getFirst(), false);
                return;
            }
        }
        var word = Word.of(start, at, number.forms().getFirst(), true);
        number.forms().stream().skip(1).forEach(word::alsoFoundAs);
        if (number.orElse() != null) {
            word.orInstead(number.orElse());
        }
        words.add(word);
    }
}
