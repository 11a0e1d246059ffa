// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.message.Rejected;
import orgmemory.query.imports.ImportFields.ImportField;

/**
 * Where each field of a command comes from.
 *
 * @param command   whose fields they are
 * @param columns   the column of a field, by its path, counted from 0
 * @param constants the text of a field that stands in no column, by its path; {@code {name}} in it stands for the cell of the
 *                  column of that name, {@code {row}} for the number of the row
 * @param unit      what amounts count in
 */
public record Mapping(String command, Map<String, Integer> columns, Map<String, String> constants,
        WrittenAmounts.Unit unit) {

    public Mapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    List<ImportField> fields() {
        return ImportFields.of(command);
    }

    /**
     * Finds the columns by their names. A column that somebody named a field for is that field's; a field that has a constant
     * needs none.
     *
     * @throws Rejected {@code import.map.…}, where a name is no column's or field's, or two columns or texts are one field's
     */
    static Mapping of(Table table, TableOptions options, Sentences sentences) {
        var fields = ImportFields.of(options.command());
        var constants = new HashMap<String, String>();
        options.constants().forEach((name, text) -> {
            var path = field(fields, name).path();
            var other = constants.put(path, text);
            if (other != null && !other.equals(text)) {
                throw refused("two-texts", path, other, text);
            }
        });
        var columns = named(table, options, fields);
        var byName = found(table, new FieldNames(sentences, fields));
        byName.forEach((path, places) -> {
            boolean given = columns.containsKey(path) || constants.containsKey(path);
            var free = places.stream().filter(place -> !columns.containsValue(place)).toList();
            if (!given && free.size() > 1) {
                throw refused("two-columns", path, table.header().get(free.get(0)),
                        table.header().get(free.get(1)));
            }
            if (!given && !free.isEmpty()) {
                columns.put(path, free.getFirst());
            }
        });
        return new Mapping(options.command(), columns, constants, unit(table, columns, options));
    }

    /** The columns that somebody named fields for. */
    private static Map<String, Integer> named(Table table, TableOptions options, List<ImportField> fields) {
        var columns = new HashMap<String, Integer>();
        options.columns().forEach((header, name) -> {
            var path = field(fields, name).path();
            int place = column(table, header);
            var other = columns.put(path, place);
            if (other != null && other != place) {
                throw refused("two-columns", path, table.header().get(other), table.header().get(place));
            }
        });
        return columns;
    }

    /** What the names of columns say for certain, and the unit that they speak of. */
    static Mapping suggested(Table table, TableOptions options, Sentences sentences,
            Map<String, String> constants) {
        var columns = new HashMap<String, Integer>();
        found(table, new FieldNames(sentences, ImportFields.of(options.command())))
                .forEach((path, places) -> {
                    if (places.size() == 1) {
                        columns.put(path, places.getFirst());
                    }
                });
        var rest = new HashMap<>(constants);
        rest.keySet().removeAll(columns.keySet());
        var unit = options.unit() != null
                ? options.unit()
                : columns.values()
                        .stream()
                        .map(place -> spokenOf(table.header().get(place)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(WrittenAmounts.Unit.SHEKELS);
        return new Mapping(options.command(), columns, rest, unit);
    }

    /** The columns that may be a field's by their name; one that may be several fields' is the first's of the command. */
    static Map<String, List<Integer>> found(Table table, FieldNames names) {
        var found = new LinkedHashMap<String, List<Integer>>();
        IntStream.range(0, table.header().size())
                .forEach(place -> names.of(table.header().get(place).replaceAll("#\\d+$", ""))
                        .stream()
                        .findFirst()
                        .ifPresent(path -> found.merge(path, List.of(place),
                                (some, more) -> Stream.concat(some.stream(), more.stream()).toList())));
        return found;
    }

    /** What a column of amounts says it counts in; where it speaks of thousands or agorot, somebody has to say so too. */
    private static WrittenAmounts.Unit unit(Table table, Map<String, Integer> columns, TableOptions options) {
        if (options.unit() != null) {
            return options.unit();
        }
        for (var place : new TreeSet<>(columns.values())) {
            var header = table.header().get(place);
            spokenOf(header).ifPresent(unit -> {
                throw refused("unit", header, unit.name().toLowerCase(Locale.ROOT));
            });
        }
        return WrittenAmounts.Unit.SHEKELS;
    }

    /** The unit that a name speaks of; empty for shekels and for what speaks of none. */
    static Optional<WrittenAmounts.Unit> spokenOf(String header) {
        var plain = FieldNames.folded(header);
        if (plain.contains("אלפי") || plain.contains("אלף") || plain.contains("thousand")) {
            return Optional.of(WrittenAmounts.Unit.THOUSANDS);
        }
        return plain.contains("אגורות") || plain.contains("agorot")
                ? Optional.of(WrittenAmounts.Unit.AGOROT)
                : Optional.empty();
    }

    private static ImportField field(List<ImportField> fields, String name) {
        return ImportFields.named(fields, name)
                .orElseThrow(() -> refused("no-field", name,
                        String.join(", ", fields.stream().map(ImportField::path).toList())));
    }

    /** A column by its name, or by its place: {@code #3} is the third. */
    static int column(Table table, String name) {
        var wanted = FieldNames.folded(name);
        var header = table.header();
        return IntStream.range(0, header.size())
                .filter(place -> header.get(place).equals(name.strip())
                        || name.strip().equals("#" + (place + 1)))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, header.size())
                        .filter(place -> !wanted.isEmpty()
                                && FieldNames.folded(header.get(place)).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> refused("no-column", name, String.join(", ", header))));
    }

    static Rejected refused(String code, Object... arguments) {
        return new Rejected(Rejected.Kind.MALFORMED, "import.map." + code, arguments);
    }
}
