// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orgmemory.message.Rejected;
import orgmemory.query.imports.Table.Row;
import orgmemory.query.reads.FormulaGuard;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Finds the table in a text: what separates its cells, below which titles it begins, and how its columns are called. */
final class TableReader {

    private static final String SEPARATORS = ",;\t|";
    private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");
    private static final int LONGEST_FIGURE = 40;
    private static final int LOOKED_AT = 200;

    /** A header stands below titles, not below a page of them. */
    private static final int TITLES = 30;

    private final String text;
    private final Predicate<String> known;

    /** @param known whether a column may be called so */
    TableReader(String text, Predicate<String> known) {
        this.text = text;
        this.known = known;
    }

    /** What a separator would make of the text: how many cells most rows have, and how much speaks for it. */
    private record Guess(char separator, int width, double weight) {
    }

    /**
     * Reads the table.
     *
     * @param separator what is between cells; null to find out
     * @param headerRow the row that names the columns; 0 to find out
     * @throws Rejected {@code import.table.…}, where there is none or it is not well formed
     */
    Table read(@Nullable Character separator, int headerRow) {
        char between = separator == null ? guess() : separator;
        var rows = rows(between, Integer.MAX_VALUE);
        var header = headerRow > 0 ? named(rows, headerRow) : found(rows);
        var names = names(header.cells());
        if (names.isEmpty()) {
            throw refused("no-header");
        }
        return new Table(between, header.number(), names, rows.stream()
                .filter(row -> row.number() > header.number() && !row.isBlank()
                        && !row.cells().equals(header.cells()))
                .toList());
    }

    private char guess() {
        return SEPARATORS.chars()
                .mapToObj(separator -> weighed((char) separator))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Guess::weight))
                .map(Guess::separator)
                .orElseGet(this::ofOneColumn);
    }

    private Optional<Guess> weighed(char separator) {
        List<Row> rows;
        try {
            rows = rows(separator, LOOKED_AT).stream().filter(row -> !row.isBlank()).toList();
        } catch (Rejected unlikely) {
            return Optional.empty();
        }
        var widths = rows.stream()
                .map(row -> row.cells().size())
                .filter(width -> width > 1)
                .collect(Collectors.groupingBy(width -> width, Collectors.counting()));
        return widths.entrySet().stream().map(entry -> {
            var first = rows.stream()
                    .filter(row -> row.cells().size() == entry.getKey())
                    .findFirst()
                    .orElseThrow();
            long names = rows.stream().limit(TITLES).mapToLong(this::knownCells).max().orElse(0);
            // Amounts with commas look like columns too, but their first row is one of figures.
            double likely = first.cells().stream().anyMatch(TableReader::isFigure) ? 0.3 : 1;
            return new Guess(separator, entry.getKey(),
                    entry.getValue() * Math.sqrt(entry.getKey() - 1.0) * likely * (1 + names));
        }).max(Comparator.comparingDouble(Guess::weight));
    }

    /** A list of names has no separator at all; where nothing is known as a header, it is no list either. */
    private char ofOneColumn() {
        if (text.lines().filter(line -> !line.isBlank()).limit(TITLES).anyMatch(known)) {
            return ',';
        }
        throw refused("none");
    }

    private long knownCells(Row row) {
        return row.cells().stream().filter(known).count();
    }

    private static Row named(List<Row> rows, int number) {
        return rows.stream()
                .filter(row -> row.number() == number && !row.isBlank())
                .findFirst()
                .orElseThrow(() -> refused("no-such-row", number));
    }

    /** The row with most names that are known; else the first that is as wide as most and holds no figure. */
    private Row found(List<Row> rows) {
        var above = rows.stream()
                .dropWhile(row -> isComment(row, rows))
                .filter(row -> !row.isBlank())
                .limit(TITLES)
                .toList();
        var best = above.stream().max(Comparator.comparingLong(this::knownCells));
        if (best.isPresent() && knownCells(best.get()) > 0) {
            long most = knownCells(best.get());
            return above.stream().filter(row -> knownCells(row) == most).findFirst().orElseThrow();
        }
        int widest = above.stream().mapToInt(TableReader::filled).max().orElse(0);
        return above.stream()
                .filter(row -> filled(row) > 1 && filled(row) * 2 > widest
                        && row.cells().stream().noneMatch(TableReader::isFigure))
                .findFirst()
                .orElseThrow(() -> refused("no-header"));
    }

    /** The lines with which files of this service begin, above a table that is wider than they are. */
    private static boolean isComment(Row row, List<Row> rows) {
        return row.cells().getFirst().startsWith("# ") && filled(row) <= 2
                && rows.stream().anyMatch(other -> filled(other) > 2);
    }

    private static boolean isFigure(String cell) {
        return cell.length() <= LONGEST_FIGURE && FIGURE.matcher(cell).matches();
    }

    private static int filled(Row row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    /** Without the empty ones that stand behind the last separator; one without a name is called by its place. */
    private static List<String> names(List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        var seen = new HashMap<String, Integer>();
        return IntStream.range(0, last).mapToObj(i -> {
            var name = cells.get(i).isBlank() ? "#" + (i + 1) : cells.get(i).strip().replaceAll("\\s+", " ");
            int times = seen.merge(FieldNames.folded(name), 1, Integer::sum);
            return times == 1 ? name : name + "#" + times;
        }).toList();
    }

    private List<Row> rows(char separator, int most) {
        var format = CSVFormat.DEFAULT.builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(false)
                .get();
        var rows = new ArrayList<Row>();
        try (var parser = format.parse(new StringReader(text))) {
            for (var records = parser.iterator(); rows.size() < most && records.hasNext();) {
                rows.add(new Row(rows.size() + 1,
                        Stream.of(records.next().values()).map(FormulaGuard::unguarded).toList()));
            }
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof CSVException) {
                throw refused("quotes", rows.size() + 1);
            }
            throw failed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static Rejected refused(String code, Object... arguments) {
        return new Rejected(Rejected.Kind.MALFORMED, "import.table." + code, arguments);
    }
}
