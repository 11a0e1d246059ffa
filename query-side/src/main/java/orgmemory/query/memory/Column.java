// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * A column to filter and sort a view's lists by. It reads the state as it is kept, before {@link View#at}.
 *
 * @param name  the field's name in the state, as {@code gapAgorot}
 * @param kind  how its values are compared
 * @param value a {@link String}, {@link Long}, {@link Boolean} or {@link LocalDate} of the state, as the kind says
 */
public record Column<S>(String name, Kind kind, Function<S, @Nullable Object> value) {

    /** How values are compared. */
    public enum Kind {
        TEXT, NUMBER, FLAG, DAY
    }

    public static <S> Column<S> text(String name, Function<S, @Nullable String> value) {
        return new Column<>(name, Kind.TEXT, value::apply);
    }

    public static <S> Column<S> number(String name, ToLongFunction<S> value) {
        return new Column<>(name, Kind.NUMBER, value::applyAsLong);
    }

    public static <S> Column<S> flag(String name, Predicate<S> value) {
        return new Column<>(name, Kind.FLAG, value::test);
    }

    public static <S> Column<S> day(String name, Function<S, @Nullable LocalDate> value) {
        return new Column<>(name, Kind.DAY, value::apply);
    }

    /** Longer texts sort and compare by their beginning, since an index holds no long ones. */
    private static final int LONGEST = 200;

    /** The state's value as a text that sorts, byte by byte, as the values do. Absent values come first. */
    public String sortable(S state) {
        var it = value.apply(state);
        return it == null ? "" : kindOf(it);
    }

    /** The same for a value as a reader types it; refused where it is not of the column's kind. */
    public String sortableTyped(String typed) {
        try {
            return typed.isEmpty() ? "" : kindOf(switch (kind) {
                case TEXT -> typed;
                case NUMBER -> Long.valueOf(typed);
                case FLAG -> flagOf(typed);
                case DAY -> LocalDate.parse(typed);
            });
        } catch (RuntimeException notOfTheKind) {
            throw new Rejected(Rejected.Kind.MALFORMED, "filter.form", name);
        }
    }

    private static Boolean flagOf(String typed) {
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(typed);
        };
    }

    private static String kindOf(Object value) {
        return switch (value) {
            // Flipping the sign bit makes negative numbers sort before the others.
            case Number number -> String.format(Locale.ROOT, "n%016x", number.longValue() ^ Long.MIN_VALUE);
            case Boolean flag -> flag ? "f1" : "f0";
            case LocalDate day -> "d" + day;
            default -> "t" + beginning(value.toString().replace("\0", ""));
        };
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
    }
}
