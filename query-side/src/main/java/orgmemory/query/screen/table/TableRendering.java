// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import orgmemory.message.budget.Amounts;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.Places;
import orgmemory.query.screen.table.RenderedTable.Cell;
import orgmemory.query.screen.table.RenderedTable.Foot;
import orgmemory.query.screen.table.RenderedTable.Heading;
import orgmemory.query.screen.table.RenderedTable.Piece;
import orgmemory.query.screen.table.RenderedTable.Row;
import orgmemory.query.screen.table.TableColumn.Trait;
import orgmemory.query.screen.table.TableColumn.Word;

/** One table on its way to a screen. */
final class TableRendering<R> {

    private final PageTable<R> table;
    private final CellFormat format;
    private final Page page;
    private final @Nullable String sort;

    TableRendering(PageTable<R> table, CellFormat format, @Nullable String sort) {
        this.table = table;
        this.format = format;
        this.page = format.page();
        this.sort = sort;
    }

    RenderedTable of(Collection<R> rows) {
        var columns = table.columns()
                .stream()
                .filter(column -> !column.has(Trait.IN_FILES) && column.within() == null)
                .filter(column -> !column.has(Trait.IF_ANY)
                        || rows.stream().anyMatch(row -> any(column, row)))
                .toList();
        return new RenderedTable(table.id(), columns.stream().map(this::heading).toList(),
                rows.stream().map(row -> row(row, columns)).toList(), foot(rows, columns),
                table.cause() != null);
    }

    private boolean any(TableColumn<R> column, R row) {
        var value = column.value().apply(row);
        return !isNothing(value);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.equals(0L) || (value instanceof List<?> list && list.isEmpty());
    }

    private String label(TableColumn<R> column) {
        return format.say(Word.of(table.label(column)));
    }

    private Heading heading(TableColumn<R> column) {
        var sorted = column.name().equals(sort)
                ? "ascending"
                : ("-" + column.name()).equals(sort) ? "descending" : null;
        return new Heading(label(column), column.kind().isFigure(),
                column.isSortable()
                        ? sortedBy(("ascending".equals(sorted) ? "-" : "") + column.name())
                        : null,
                sorted);
    }

    /** This page sorted otherwise, from its beginning and at this table; forms that are open close. */
    private String sortedBy(String column) {
        return UriComponentsBuilder.fromUriString(page.here(table.sort(), column))
                .replaceQueryParam("cursor")
                .fragment(table.id())
                .build()
                .toUriString();
    }

    private Row row(R row, List<TableColumn<R>> columns) {
        var cause = table.cause() == null ? null : table.cause().apply(row);
        var called = columns.stream()
                .filter(column -> column.has(Trait.HEADER))
                .findFirst()
                .map(column -> format.plain(column.kind(), column.value().apply(row)))
                .orElse("");
        return new Row(table.row().apply(row), table.look().apply(row),
                columns.stream().map(column -> cell(row, column)).toList(), called,
                cause == null ? null : page.to(Places.trail(cause)));
    }

    private Cell cell(R row, TableColumn<R> column) {
        var value = column.value().apply(row);
        var inside = table.columns()
                .stream()
                .filter(each -> column.name().equals(each.within()) && !each.has(Trait.IN_FILES));
        return new Cell(label(column), column.has(Trait.HEADER), column.kind().isFigure(),
                column.has(Trait.FIRST), isNothing(value), column.has(Trait.FOLDED),
                value instanceof Long number ? number : null,
                Stream.concat(Stream.of(column), inside)
                        .map(each -> piece(row, each))
                        .filter(piece -> !piece.parts().isEmpty())
                        .toList());
    }

    private Piece piece(R row, TableColumn<R> column) {
        var value = column.value().apply(row);
        var target = column.target() == null ? null : column.target().apply(row);
        return new Piece(column.look(), column.has(Trait.LABELLED) ? label(column) : null,
                format.parts(column.kind(), value, target), value instanceof String,
                value instanceof LocalDate || value instanceof LocalDateTime
                        ? Objects.toString(value)
                        : null);
    }

    private @Nullable Foot foot(Collection<R> rows, List<TableColumn<R>> columns) {
        int first = 0;
        while (first < columns.size() && !columns.get(first).has(Trait.SUMMED)) {
            first++;
        }
        if (first == columns.size()) {
            return null;
        }
        var cells = new ArrayList<Cell>();
        columns.stream().skip(first).forEach(column -> cells.add(sum(rows, column)));
        return new Foot(first, List.copyOf(cells));
    }

    private Cell sum(Collection<R> rows, TableColumn<R> column) {
        if (!column.has(Trait.SUMMED)) {
            return new Cell(label(column), false, false, false, true, false, null, List.of());
        }
        long sum = Amounts.sum(rows.stream()
                .map(column.value())
                .mapToLong(value -> value instanceof Long number ? number : 0));
        return new Cell(label(column), false, true, column.has(Trait.FIRST), sum == 0, false, sum,
                List.of(new Piece(column.look(), null, format.parts(column.kind(), sum, null), false, null)));
    }
}
