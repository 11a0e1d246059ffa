// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import static java.util.Locale.ROOT;

import java.text.Normalizer;
import java.util.Map;

/**
 * What a character counts as, and what it is compared as: compatible forms, widths and cases as one, without points, accents
 * and marks that nobody sees, final letters as the others. Each character is folded for itself, so that a place in a folded
 * text is known in the text as it was written.
 */
record Folding(Kind kind, String folded) {

    enum Kind {
        LETTER, DIGIT,
        /** A geresh, gershayim, apostrophe or quotation mark, which stand inside of words too. */
        QUOTE, HYPHEN,
        /** Points, accents and what cannot be seen. */
        UNSEEN,
        /** Something that is a word by itself. */
        SYMBOL, OTHER
    }

    private static final int BASIC_PLANE = 0x10000;

    /** Filled as characters are met; who meets one first at the same time as another writes the same. */
    private static final Folding[] MET = new Folding[BASIC_PLANE];

    private static final String QUOTES = "'\"`\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02ee\u05f3\u05f4"
            + "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2035\u2036\u301d\u301e\u301f\uff02\uff07";
    private static final String HYPHENS = "-\u058a\u05be\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d";
    private static final char TATWEEL = '\u0640';
    private static final char NO_BREAK_MARK = '\u2060';

    /** What normalisation leaves apart: final letters, Yiddish pairs, letters with strokes, Arabic ends of words. */
    private static final Map<Integer, String> ALIKE = Map.ofEntries(alike('\u05da', "\u05db"),
            alike('\u05dd', "\u05de"), alike('\u05df', "\u05e0"), alike('\u05e3', "\u05e4"),
            alike('\u05e5', "\u05e6"), alike('\u05f0', "\u05d5\u05d5"), alike('\u05f1', "\u05d5\u05d9"),
            alike('\u05f2', "\u05d9\u05d9"), alike('\u00e6', "ae"), alike('\u0153', "oe"),
            alike('\u00f8', "o"),
            alike('\u0111', "d"), alike('\u00f0', "d"), alike('\u0142', "l"), alike('\u0127', "h"),
            alike('\u00fe', "th"), alike('\u0649', "\u064a"), alike('\u0629', "\u0647"));

    private static Map.Entry<Integer, String> alike(char letter, String as) {
        return Map.entry((int) letter, as);
    }

    /** What a character, given by its code point, counts as. */
    static Folding of(int character) {
        if (character >= BASIC_PLANE) {
            return read(character);
        }
        var met = MET[character];
        if (met == null) {
            met = read(character);
            MET[character] = met;
        }
        return met;
    }

    /** Whether it is a letter of the Hebrew alphabet. */
    boolean hebrew() {
        return kind == Kind.LETTER && isHebrew(folded.charAt(0));
    }

    static boolean isHebrew(char folded) {
        return folded >= '\u05d0' && folded <= '\u05ea';
    }

    private static Folding read(int character) {
        if (QUOTES.indexOf(character) >= 0) {
            return new Folding(Kind.QUOTE, "");
        }
        if (HYPHENS.indexOf(character) >= 0) {
            return new Folding(Kind.HYPHEN, "");
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT ->
                new Folding(Kind.UNSEEN, "");
            case Character.DECIMAL_DIGIT_NUMBER ->
                new Folding(Kind.DIGIT, Integer.toString(Character.digit(character, 10)));
            case Character.OTHER_SYMBOL, Character.PRIVATE_USE, Character.UNASSIGNED -> symbol(character);
            case Character.SURROGATE, Character.CONTROL -> new Folding(Kind.OTHER, "");
            default -> letter(character);
        };
    }

    private static Folding symbol(int character) {
        var folded = fold(character);
        return new Folding(Kind.SYMBOL, folded.isEmpty() ? Character.toString(character) : folded);
    }

    private static Folding letter(int character) {
        if (character == TATWEEL || character == NO_BREAK_MARK) {
            return new Folding(Kind.UNSEEN, "");
        }
        boolean wordy = Character.isLetter(character) || isWordy(character);
        var folded = wordy ? fold(character) : "";
        return new Folding(folded.isEmpty() ? Kind.OTHER : Kind.LETTER, folded);
    }

    private static String fold(int character) {
        var plain = plain(Character.toString(character));
        var folded = new StringBuilder();
        // Through capitals, so that letters which share one meet: the two small sigmas, the sharp s and its pair.
        plain(plain.toLowerCase(ROOT).toUpperCase(ROOT).toLowerCase(ROOT)).codePoints()
                .forEach(letter -> folded.append(ALIKE.getOrDefault(letter, Character.toString(letter))));
        return folded.toString();
    }

    /** Without marks, and in the plainest form that it is compatible with. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(letter -> (Character.isLetterOrDigit(letter) || isWordy(letter))
                        && QUOTES.indexOf(letter) < 0)
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isWordy(int character) {
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER
                || type == Character.COMBINING_SPACING_MARK;
    }
}
