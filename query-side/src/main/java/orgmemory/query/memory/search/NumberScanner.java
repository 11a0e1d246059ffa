// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.search.Folding.Kind;

/** Reads one number as people write it: with thousands apart or not, with a fraction or not. */
final class NumberScanner {

    private static final int THOUSAND = 3;
    private static final int MOST_POINTS = 4;
    private static final String GROUPED_BY = ",'\u2019\u066c\u02d9";
    private static final String SPACED_BY = "\u00a0\u2009\u202f\u2007";
    private static final String POINTS = ".\u066b";

    private final String text;
    private final boolean isBehindPoint;
    private int at;

    private NumberScanner(String text, int at) {
        this.text = text;
        this.at = at;
        int point = seenBefore(at);
        int digit = point < 0 || POINTS.indexOf(text.charAt(point)) < 0 ? -1 : seenBefore(point);
        this.isBehindPoint = digit >= 0
                && Folding.of(Character.codePointBefore(text, digit + 1)).kind() == Kind.DIGIT;
    }

    /** Where the last thing stands that is seen before a place; -1 where nothing is. */
    private int seenBefore(int place) {
        int before = place - 1;
        while (before >= 0 && Folding.of(text.charAt(before)).kind() == Kind.UNSEEN) {
            before--;
        }
        return before;
    }

    /**
     * A number.
     *
     * @param end   where it ends in the text
     * @param forms what it is compared as, and what else it is found as
     * @param orElse what it may mean as well; null where it is plain
     */
    record Read(int end, List<String> forms, @Nullable String orElse) {

        /** Whether it is written as nothing but digits, thousands apart or not. */
        boolean isWhole() {
            return forms.getFirst().indexOf('.') < 0;
        }
    }

    /** The number that begins there. */
    static Read read(String text, int at) {
        var scanner = new NumberScanner(text, at);
        var first = scanner.digits();
        return first.length() <= THOUSAND ? scanner.grouped(first) : scanner.broken(first);
    }

    private Read grouped(String first) {
        var groups = new ArrayList<>(List.of(first));
        char between = 0;
        while (at < text.length()
                && (between == 0 ? isGrouping(text.charAt(at)) : text.charAt(at) == between)) {
            int mark = at;
            char separator = text.charAt(at++);
            var group = digits();
            if (group.length() != THOUSAND) {
                at = mark;
                break;
            }
            between = separator;
            groups.add(group);
        }
        var whole = broken(String.join("", groups));
        if (SPACED_BY.indexOf(between) >= 0) {
            groups.forEach(group -> whole.forms().add(plain(group)));
        }
        return whole;
    }

    private static boolean isGrouping(char c) {
        return GROUPED_BY.indexOf(c) >= 0 || SPACED_BY.indexOf(c) >= 0;
    }

    /** With what follows behind points: one is a fraction, or thousands; several are thousands, or numbers each for itself. */
    private Read broken(String whole) {
        int end = at;
        var behind = isBehindPoint ? List.<String>of() : behindPoints();
        boolean thousands = whole.length() <= THOUSAND && !behind.isEmpty()
                && behind.stream().allMatch(digits -> digits.length() == THOUSAND);
        var together = thousands ? plain(whole + String.join("", behind)) : null;
        var forms = new ArrayList<String>();
        if (behind.size() == 1) {
            forms.add(decimal(whole, behind.getFirst()));
            forms.add(plain(whole));
        } else if (together == null) {
            at = end;
            forms.add(plain(whole));
        }
        if (together != null) {
            forms.add(together);
        }
        return new Read(at, forms, together);
    }

    private List<String> behindPoints() {
        var behind = new ArrayList<String>();
        while (at < text.length() && POINTS.indexOf(text.charAt(at)) >= 0 && behind.size() < MOST_POINTS) {
            int point = at++;
            var digits = digits();
            if (digits.isEmpty()) {
                at = point;
                break;
            }
            behind.add(digits);
        }
        return behind;
    }

    private String digits() {
        var digits = new StringBuilder();
        while (at < text.length()) {
            var folding = Folding.of(text.codePointAt(at));
            if (folding.kind() != Kind.DIGIT && folding.kind() != Kind.UNSEEN) {
                break;
            }
            digits.append(folding.folded());
            at += Character.charCount(text.codePointAt(at));
        }
        return digits.toString();
    }

    /** Without zeros that say nothing. */
    static String plain(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    static String decimal(String whole, String fraction) {
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? plain(whole) : plain(whole) + "." + fraction.substring(0, end);
    }
}
