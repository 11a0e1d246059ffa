// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.screen.description.Part;

/**
 * A column of a page's table. Its label is said by the bundles under the table's prefix and its name.
 *
 * @param name   as it is called in addresses and in JSON
 * @param value  what a row has in it: a text as it was written, a {@link Word}, a {@link Subject} or a list of them, the parts
 *               of a sentence, a day, a time, or a number; null for nothing
 * @param within the column in whose cell it stands on screens; null for a cell of its own
 * @param look   the style of what stands in its cell; null for the usual one
 * @param target the page that a row's cell leads to, where it is not the page of what it names
 */
public record TableColumn<R>(String name, Kind kind, Function<R, @Nullable Object> value, Set<Trait> traits,
        @Nullable String within, @Nullable String look, @Nullable Function<R, @Nullable String> target) {

    /** What its values are, for how they are written and compared. */
    public enum Kind {
        TEXT, NUMBER, DAY, TIME,
        /** In agorot. */
        AMOUNT,
        /** In agorot, with its sign. */
        CHANGE;

        boolean isAmount() {
            return this == AMOUNT || this == CHANGE;
        }

        boolean isFigure() {
            return this == NUMBER || isAmount();
        }
    }

    /** What is special about a column. */
    public enum Trait {
        /** It names the row. */
        HEADER,
        /** A narrow screen shows it before the others. */
        FIRST,
        /** What it comes to over all rows stands below them. */
        SUMMED,
        /** On screens only where a row has anything in it. */
        IF_ANY,
        /** Not on screens. */
        IN_FILES,
        /** Not in files. */
        ON_SCREENS,
        /** Where it stands in another's cell, its label stands before it. */
        LABELLED,
        /** Its cell shows how its text begins; the rest, and what else stands in the cell, when it is opened. */
        FOLDED,
        /** Rows cannot be sorted by it. */
        UNSORTED
    }

    /** Words of the page's language, by their key in the bundles. */
    public record Word(String key, List<?> arguments) {

        public static Word of(String key, Object... arguments) {
            return new Word(key, List.of(arguments));
        }
    }

    /** Words that lead to something to do, by its page. */
    public record Way(Word word, String target) {
    }

    private static <R> TableColumn<R> of(String name, Kind kind, Function<R, @Nullable Object> value) {
        return new TableColumn<>(name, kind, value, Set.of(), null, null, null);
    }

    /** A text as somebody wrote it. */
    public static <R> TableColumn<R> text(String name, Function<R, @Nullable String> value) {
        return of(name, Kind.TEXT, value::apply);
    }

    public static <R> TableColumn<R> word(String name, Function<R, @Nullable Word> value) {
        return of(name, Kind.TEXT, value::apply);
    }

    public static <R> TableColumn<R> words(String name, Function<R, List<Word>> value) {
        return of(name, Kind.TEXT, value::apply);
    }

    /** Something that has a name, and a page to read of it. */
    public static <R> TableColumn<R> thing(String name, Function<R, @Nullable Subject> value) {
        return of(name, Kind.TEXT, value::apply);
    }

    /** The same, with words where there is nothing. */
    public static <R> TableColumn<R> thing(String name, Function<R, @Nullable Subject> value,
            Function<R, @Nullable Word> otherwise) {
        return of(name, Kind.TEXT, row -> {
            var thing = value.apply(row);
            return thing == null ? otherwise.apply(row) : thing;
        });
    }

    public static <R> TableColumn<R> things(String name, Function<R, List<Subject>> value) {
        return of(name, Kind.TEXT, value::apply);
    }

    /** What can be done with a row; null for nothing. It stands on screens, where there is any. */
    public static <R> TableColumn<R> ways(String name, Function<R, @Nullable List<Way>> value) {
        return TableColumn.<R>of(name, Kind.TEXT, value::apply)
                .is(Trait.ON_SCREENS, Trait.IF_ANY, Trait.UNSORTED);
    }

    public static <R> TableColumn<R> sentence(String name, Function<R, List<Part>> value) {
        return of(name, Kind.TEXT, value::apply);
    }

    public static <R> TableColumn<R> number(String name, Function<R, @Nullable Long> value) {
        return of(name, Kind.NUMBER, value::apply);
    }

    public static <R> TableColumn<R> amount(String name, ToLongFunction<R> agorot) {
        return of(name, Kind.AMOUNT, agorot::applyAsLong);
    }

    public static <R> TableColumn<R> change(String name, ToLongFunction<R> agorot) {
        return of(name, Kind.CHANGE, agorot::applyAsLong);
    }

    public static <R> TableColumn<R> day(String name, Function<R, @Nullable LocalDate> value) {
        return of(name, Kind.DAY, value::apply);
    }

    /** A time in the institute's zone, to the minute. */
    public static <R> TableColumn<R> time(String name, Function<R, @Nullable LocalDateTime> value) {
        return of(name, Kind.TIME, value::apply);
    }

    /** The same with what is special about it. */
    public TableColumn<R> is(Trait first, Trait... more) {
        var all = EnumSet.of(first, more);
        all.addAll(traits);
        return new TableColumn<>(name, kind, value, all, within, look, target);
    }

    /** The same in another column's cell, after what stands there. */
    public TableColumn<R> within(String column) {
        return new TableColumn<>(name, kind, value, traits, column, look, target);
    }

    public TableColumn<R> looking(String newLook) {
        return new TableColumn<>(name, kind, value, traits, within, newLook, target);
    }

    /** The same as a link to a page, by its path. */
    public TableColumn<R> leadingTo(Function<R, @Nullable String> newTarget) {
        return new TableColumn<>(name, kind, value, traits, within, look, newTarget);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    boolean isSortable() {
        return !has(Trait.UNSORTED) && !has(Trait.IN_FILES) && within == null;
    }
}
