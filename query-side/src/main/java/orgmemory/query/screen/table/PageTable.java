// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.screen.table.TableColumn.Trait;

/**
 * A table that a page shows: one list of columns gives what is on the screen, what is taken away as a file, and what programs
 * read.
 *
 * @param name   as files of it are called
 * @param labels what the keys of its labels in the bundles begin with
 * @param row    a row's place on the page, as {@code line-BY2017:D1}
 * @param look   a row's style; empty for the usual one
 * @param cause  what a row's "Why?" leads to the trail of; null where it leads nowhere
 * @param sort   the parameter by which rows are sorted: two tables of one page have two
 */
public record PageTable<R>(String name, String labels, List<TableColumn<R>> columns, Function<R, String> row,
        Function<R, String> look, @Nullable Function<R, @Nullable Subject> cause, String sort) {

    /** A table without a way to trails, the one of its page that is sorted by {@code sort}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // Nobody writes into them.
    public static <R> PageTable<R> of(String name, String labels, Function<R, String> row,
            TableColumn<R>... columns) {
        return new PageTable<>(name, labels, List.of(columns), row, _ -> "", null, "sort");
    }

    public PageTable<R> why(Function<R, @Nullable Subject> newCause) {
        return new PageTable<>(name, labels, columns, row, look, newCause, sort);
    }

    public PageTable<R> looking(Function<R, String> newLook) {
        return new PageTable<>(name, labels, columns, row, newLook, cause, sort);
    }

    /** The same as another table of its page. */
    public PageTable<R> sortedBy(String parameter) {
        return new PageTable<>(name, labels, columns, row, look, cause, parameter);
    }

    /** Its place on the page. */
    String id() {
        return "t-" + name;
    }

    List<TableColumn<R>> inFiles() {
        return columns.stream().filter(column -> !column.has(Trait.ON_SCREENS)).toList();
    }

    Optional<TableColumn<R>> sortable(String column) {
        return columns.stream().filter(each -> each.isSortable() && each.name().equals(column)).findFirst();
    }

    /** The key of a column's label. */
    String label(TableColumn<R> column) {
        return labels + column.name();
    }
}
