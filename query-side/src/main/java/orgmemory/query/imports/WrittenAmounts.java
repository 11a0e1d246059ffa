// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orgmemory.message.Texts;

/**
 * Amounts as people write them in tables: with thousands apart, a currency, brackets or a sign on either side for less. What
 * could be read in two ways is not read: {@code 1.250} may be a thousand or one and a quarter.
 */
public final class WrittenAmounts {

    /** What a table counts in. */
    public enum Unit {
        SHEKELS(2), AGOROT(0), THOUSANDS(5);

        private final int places;

        Unit(int places) {
            this.places = places;
        }

        /** By the name that people give it, in any case. */
        public static Optional<Unit> of(String name) {
            return Arrays.stream(values())
                    .filter(unit -> unit.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    private static final String CURRENCY = "(?:₪|ש(?:[\"״'׳]|''|׳׳)?ח|NIS|ILS|שקלים|שקל)";
    private static final Pattern SHAPE = Pattern.compile(("(?<open>\\()?(?<before>[-+])?%1$s?(?<open2>\\()?"
            + "(?<inner>[-+])?(?<number>\\d[\\d.,']*)(?<close2>\\))?%1$s?(?<after>[-+])?(?<close>\\))?%1$s?")
            .formatted(CURRENCY), Pattern.CASE_INSENSITIVE);
    private static final Pattern DASHES = Pattern
            .compile("[\u2212\u2010\u2011\u2012\u2013\u2014\u05be\ufe58\ufe63\uff0d]");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,'])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern FRACTION = Pattern.compile("(?<whole>.*\\d)[.,](?<part>\\d+)");
    private static final int GROUP = 3;
    private static final int LONGEST = 80;

    private WrittenAmounts() {
    }

    /** The amount in agorot; empty where the text is none, or not for certain. */
    public static OptionalLong agorot(String typed, Unit unit) {
        if (typed.length() > LONGEST) {
            return OptionalLong.empty();
        }
        var shape = SHAPE.matcher(bare(typed));
        if (!shape.matches()) {
            return OptionalLong.empty();
        }
        int signs = given(shape, "before") + given(shape, "inner") + given(shape, "after");
        int brackets = given(shape, "open") + given(shape, "open2");
        if (brackets != given(shape, "close") + given(shape, "close2") || signs + brackets > 1) {
            return OptionalLong.empty();
        }
        boolean less = brackets > 0 || "-".equals(shape.group("before")) || "-".equals(shape.group("inner"))
                || "-".equals(shape.group("after"));
        return number(shape.group("number"), unit.places)
                .map(amount -> OptionalLong.of(less ? -amount : amount))
                .orElseGet(OptionalLong::empty);
    }

    /** All spaces and marks that nobody sees are gone, except one space where it may stand between thousands. */
    private static String bare(String typed) {
        var plain = DASHES.matcher(typed).replaceAll("-").replace('’', '\'');
        var spaced = plain.codePoints()
                .map(point -> Character.getType(point) == Character.SPACE_SEPARATOR ? ' ' : point)
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Texts.seen(spaced.replaceAll("(?<=\\d) (?=\\d)", "'"));
    }

    private static int given(Matcher shape, String group) {
        return shape.group(group) == null ? 0 : 1;
    }

    private static Optional<Long> number(String digits, int places) {
        if (WHOLE.matcher(digits).matches()) {
            return exact(digits, "", places);
        }
        var fraction = FRACTION.matcher(digits);
        boolean hasFraction = fraction.matches();
        if (GROUPED.matcher(digits).matches()) {
            // A comma between three digits and three is how thousands are written here; a dot says either.
            return hasFraction && isEither(digits)
                    ? Optional.empty()
                    : exact(digits.replaceAll("[.,']", ""), "", places);
        }
        if (!hasFraction) {
            return Optional.empty();
        }
        var whole = fraction.group("whole");
        var part = fraction.group("part");
        char mark = digits.charAt(whole.length());
        if (part.length() > places || (part.length() == GROUP && mark == ',')) {
            return Optional.empty();
        }
        boolean plain = WHOLE.matcher(whole).matches();
        boolean grouped = GROUPED.matcher(whole).matches() && whole.indexOf(mark) < 0;
        return plain || grouped
                ? exact(whole.replaceAll("[.,']", ""), part, places)
                : Optional.empty();
    }

    private static boolean isEither(String digits) {
        return digits.indexOf('.') >= 0 && digits.indexOf('.') == digits.lastIndexOf('.')
                && digits.indexOf('.') == digits.length() - GROUP - 1 && digits.indexOf(',') < 0
                && digits.indexOf('\'') < 0;
    }

    /** Finer than an agora there is nothing. */
    private static Optional<Long> exact(String whole, String part, int places) {
        try {
            var number = part.isEmpty() ? new BigDecimal(whole) : new BigDecimal(whole + "." + part);
            return Optional.of(number.movePointRight(places).longValueExact());
        } catch (ArithmeticException tooFineOrTooMuch) {
            return Optional.empty();
        }
    }
}
