// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.access.HttpProblem;
import orgmemory.access.Sentences;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.screen.table.TableColumn.Kind;

/** Sorts the rows of tables as their pages are asked to, and writes them for screens. */
@Component
public final class Tables {

    private final EventDescriber describer;
    private final Sentences sentences;

    Tables(EventDescriber describer, Sentences sentences) {
        this.describer = describer;
        this.sentences = sentences;
    }

    /** The table for the screen, in the order that the page's address asks for. */
    public <R> RenderedTable of(PageTable<R> table, Collection<R> rows, Page page) {
        return inOrder(table, sorted(table, rows, page), page.parameter(table.sort()), page);
    }

    /**
     * The table for the screen, where its rows are sorted already.
     *
     * @param sort the column by which they are, with a minus before it for the other way round; null for none
     */
    public <R> RenderedTable inOrder(PageTable<R> table, Collection<R> rows, @Nullable String sort,
            Page page) {
        return new TableRendering<>(table, format(page), sort).of(rows);
    }

    /**
     * The rows in the order that the page's address asks for: texts as readers of its language look them up, nothing after
     * everything. What is alike stays in the order in which it comes, both ways.
     */
    public <R> List<R> sorted(PageTable<R> table, Collection<R> rows, Page page) {
        var sort = page.parameter(table.sort());
        if (sort == null || sort.isEmpty()) {
            return List.copyOf(rows);
        }
        boolean descending = sort.startsWith("-");
        var column = table.sortable(descending ? sort.substring(1) : sort)
                .orElseThrow(() -> HttpProblem.malformed(table.sort(), "one-of", names(table)));
        return rows.stream().sorted(order(column, descending, page)).toList();
    }

    private static String names(PageTable<?> table) {
        return table.columns()
                .stream()
                .filter(TableColumn::isSortable)
                .map(TableColumn::name)
                .collect(Collectors.joining(", "));
    }

    private <R> Comparator<R> order(TableColumn<R> column, boolean descending, Page page) {
        if (column.kind() == Kind.TEXT) {
            var format = format(page);
            var collator = Collator.getInstance(page.language());
            // A name is looked up once, not at each comparison.
            var keys = new HashMap<String, CollationKey>();
            return directed(row -> {
                var text = format.plain(Kind.TEXT, column.value().apply(row));
                return text.isEmpty() ? null : keys.computeIfAbsent(text, collator::getCollationKey);
            }, descending);
        }
        return directed(row -> comparable(column.value().apply(row)), descending);
    }

    @SuppressWarnings("unchecked") // Values of one column are of one kind.
    private static @Nullable Comparable<Object> comparable(@Nullable Object value) {
        return (Comparable<Object>) value;
    }

    private static <R, V extends Comparable<? super V>> Comparator<R> directed(
            java.util.function.Function<R, @Nullable V> value, boolean descending) {
        Comparator<V> order = descending ? Comparator.reverseOrder() : naturalOrder();
        return comparing(value, nullsLast(order));
    }

    CellFormat format(Page page) {
        return new CellFormat(describer, sentences, page);
    }
}
