// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes numbers, amounts, days and times as the language does. What it writes is isolated by {@code <bdi>} in pages. */
public record Fmt(Locale language) {

    private static final int AGOROT = 100;
    private static final String SHEKEL = "\u20aa";
    private static final String MINUS = "\u2212";

    /** Marks that nobody sees: without them the sign of the currency stands on the wrong side in Hebrew. */
    private static final String RIGHT_TO_LEFT = "\u200f";
    private static final String LEFT_TO_RIGHT = "\u200e";

    private static final Locale HEBREW = Locale.of("he", "IL");
    private static final Locale ENGLISH = Locale.of("en", "IL");

    private boolean hebrew() {
        return language.getLanguage().equals("he");
    }

    private Locale place() {
        return hebrew() ? HEBREW : ENGLISH;
    }

    /** A whole number with its thousands apart. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /** An amount in shekels, with agorot only where there are any. */
    public String shekels(long agorot) {
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        int digits = agorot % AGOROT == 0 ? 0 : 2;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        var number = format.format(BigDecimal.valueOf(agorot, 2).abs());
        var minus = agorot < 0 ? MINUS : "";
        return hebrew()
                ? RIGHT_TO_LEFT + (minus.isEmpty() ? "" : LEFT_TO_RIGHT + minus) + number + "\u00a0"
                        + RIGHT_TO_LEFT
                        + SHEKEL
                : minus + SHEKEL + number;
    }

    /** A change of an amount, with its sign. */
    public String change(long agorot) {
        if (agorot <= 0) {
            return shekels(agorot);
        }
        return hebrew()
                ? shekels(agorot).replaceFirst(RIGHT_TO_LEFT, RIGHT_TO_LEFT + LEFT_TO_RIGHT + "+")
                : "+" + shekels(agorot);
    }

    /** A day with its year. */
    public String day(TemporalAccessor day) {
        return pattern(hebrew() ? "d בMMMM yyyy" : "d MMMM yyyy", day);
    }

    /** A day with its weekday, as one names a meeting. */
    public String weekday(TemporalAccessor day) {
        return pattern(hebrew() ? "EEEE, d בMMMM yyyy" : "EEEE d MMMM yyyy", day);
    }

    /** A day without its year. */
    public String shortDay(TemporalAccessor day) {
        return pattern(hebrew() ? "d בMMMM" : "d MMM", day);
    }

    public String month(TemporalAccessor day) {
        return pattern("LLLL yyyy", day);
    }

    /** A name that is to stand in a text and keep its own direction there. */
    public static String apart(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** The first letters of the first two words of a name. */
    public static String initials(String name) {
        return Stream.of(name.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private String pattern(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, place()).format(time);
    }
}
