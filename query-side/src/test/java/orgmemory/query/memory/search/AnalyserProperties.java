// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any text is found by each of its own words, however they are written; {@code -Dsearch.tries} for a longer form. */
class AnalyserProperties {

    private static final int TEXTS = Integer.getInteger("search.tries", 400);
    private static final Pattern WORDS = Pattern
            .compile("(?<![\\p{L}\\p{N}\\p{Cf}\\p{Mn}])\\p{L}++(?![\\p{N}\\p{Cf}\\p{Mn}])");
    private static final String[] PIECES = {"קיצוץ", "שלום", "אם", "ש", "דרך", "רמי", "budget", "Café", "I",
            "naïve", "ß",
            "180,000", "20", "1.5", "٣٤", "BY2017", "مدرسة", "Ωmega", "ЖУК", "ﬁ", "漢字", "가나", "\uD835\uDC00",
            "\uD83D\uDE80",
            "נ", "זץ"};
    private static final String[] BETWEEN = {" ", "\n", "-", "־", "–", "\"", "״", "'", "׳", "’", "”", "`",
            ", ", ". ", ".",
            "/", "\u00a0", "\u200f", "\u202b", "\u05b8", "\u0301", "(", "₪", "_", ":", "''"};

    private static String text(Random dice) {
        var text = new StringBuilder();
        for (int i = 1 + dice.nextInt(12); i > 0; i--) {
            text.append(one(PIECES, dice)).append(one(BETWEEN, dice));
            if (dice.nextInt(8) == 0) {
                text.append(' ').appendCodePoint(character(dice)).append(' ');
            }
        }
        return text.toString();
    }

    private static int character(Random dice) {
        int character = dice.nextInt(dice.nextBoolean() ? 0x800 : 0x10FFFF);
        return character >= 0xD800 && character <= 0xDFFF ? 'x' : character;
    }

    private static String one(String[] several, Random dice) {
        return several[dice.nextInt(several.length)];
    }

    /** The same word as somebody else would write it. */
    private static String decorated(String word, Random dice) {
        var decorated = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            decorated.append(switch (Character.isLetter(c) ? dice.nextInt(6) : 2) {
                case 0 -> Character.toUpperCase(c);
                case 1 -> Character.toLowerCase(c);
                case 2 -> wide(c);
                case 3 -> swappedFinal(c);
                default -> c;
            });
            if (!Character.isHighSurrogate(c) && dice.nextInt(4) == 0) {
                decorated.append(
                        one(new String[] {"\u05b7", "\u0591", "\u0301", "\u200e", "\u00ad", "\u2067"}, dice));
            }
        }
        return decorated.toString();
    }

    private static char wide(char c) {
        return c > ' ' && c < 0x7f && Character.isLetterOrDigit(c) ? (char) (c - '!' + '\uff01') : c;
    }

    private static char swappedFinal(char c) {
        int at = "ךםןףץ".indexOf(c);
        int other = "כמנפצ".indexOf(c);
        return at >= 0 ? "כמנפצ".charAt(at) : other >= 0 ? "ךםןףץ".charAt(other) : c;
    }

    private static boolean finds(String question, String text) {
        var asked = Question.of(question);
        return asked.isEmpty() || (!asked.marks(text).isEmpty() && finds(asked, text));
    }

    /** As the database would: each term by one of the words under which the text is kept. */
    private static boolean finds(Question question, String text) {
        var lexemes = new Lexemes().text(text).vector();
        return Pattern.compile("\\) & \\(")
                .splitAsStream(question.upTo(Level.EXACT))
                .allMatch(term -> Pattern.compile(" \\| ")
                        .splitAsStream(term.replaceAll("[()]", ""))
                        .anyMatch(word -> (" " + lexemes).contains(" " + word + " ")));
    }

    @Property(tries = 20)
    void any_text_is_found_by_each_of_its_words(@ForAll @IntRange(min = 0) int seed) {
        var dice = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            var text = text(dice);
            var words = new ArrayList<>(List.of(text.split("\\s+", -1)));
            words.addAll(WORDS.matcher(text).results().map(MatchResult::group).toList());
            for (var word : words) {
                assertThat(finds(word, text)).as("%s in %s", word, text).isTrue();
                assertThat(finds(decorated(word, dice), text)).as("%s, decorated, in %s", word, text)
                        .isTrue();
            }
        }
    }

    @Property(tries = 20)
    void marks_stand_on_whole_characters_of_the_text_as_it_was_written(@ForAll @IntRange(min = 0) int seed) {
        var dice = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            var text = text(dice);
            int end = 0;
            for (var mark : Question.of(text).marks(text)) {
                assertThat(mark.start()).isGreaterThanOrEqualTo(end);
                assertThat(mark.end()).isGreaterThan(mark.start()).isLessThanOrEqualTo(text.length());
                assertThat(Character.isLowSurrogate(text.charAt(mark.start()))).isFalse();
                assertThat(Character.isHighSurrogate(text.charAt(mark.end() - 1))).isFalse();
                assertThat(Question.of(text.substring(mark.start(), mark.end())).isEmpty()).isFalse();
                end = mark.end();
            }
        }
    }

    @Example
    void every_character_counts_as_its_upper_and_lower_case_do() {
        for (int character = 0; character < Character.MIN_SURROGATE; character++) {
            var letter = Character.toString(character);
            // Where a capital is several letters, a mark has become one of them.
            if (Character.isLetter(character) && letter.toUpperCase(Locale.ROOT).length() == 1) {
                assertThat(lexemes(letter.toUpperCase(Locale.ROOT))).as("U+%04X", character)
                        .isEqualTo(lexemes(letter));
                assertThat(lexemes(letter.toLowerCase(Locale.ROOT))).as("U+%04X", character)
                        .isEqualTo(lexemes(letter));
            }
        }
    }

    private static String lexemes(String text) {
        return new Lexemes().text(text).vector();
    }
}
