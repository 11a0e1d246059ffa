// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.LinkedHashMap;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What somebody says of a table; the rest is found out.
 *
 * @param command   what each row becomes
 * @param charset   the encoding of the file
 * @param separator what stands between cells; null to find out
 * @param headerRow the row that names the columns; 0 to find out
 * @param unit      what amounts count in; null for shekels, unless the table speaks of another
 * @param columns   fields by the names of their columns, beside those that are found by name
 * @param constants texts by fields that stand in no column
 */
public record TableOptions(String command, Charset charset, @Nullable Character separator, int headerRow,
        WrittenAmounts.@Nullable Unit unit, Map<String, String> columns, Map<String, String> constants) {

    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab",
            '\t',
            "pipe", '|', "\\t", '\t');

    public TableOptions {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    public static TableOptions of(String command) {
        return new TableOptions(command, StandardCharsets.UTF_8, null, 0, null, Map.of(), Map.of());
    }

    /** Reads a mapping file: a JSON object with any of these fields, {@code header} for the row of the header. */
    public static TableOptions read(byte[] json) {
        try {
            var node = Json.mapper().readTree(json);
            var known = new LinkedHashMap<String, JsonNode>();
            node.properties().forEach(field -> known.put(field.getKey(), field.getValue()));
            var options = of(text(known.remove("command")));
            options = options.with("charset", text(known.remove("charset")))
                    .with("separator", text(known.remove("separator")))
                    .with("header", text(known.remove("header")))
                    .with("amounts", text(known.remove("amounts")));
            for (var column : entries(known.remove("columns")).entrySet()) {
                options = options.withColumn(column.getKey(), column.getValue());
            }
            for (var constant : entries(known.remove("constants")).entrySet()) {
                options = options.withConstant(constant.getKey(), constant.getValue());
            }
            if (!known.isEmpty()) {
                throw Mapping.refused("unknown-word", known.keySet().iterator().next());
            }
            return options;
        } catch (JacksonException malformed) {
            throw Mapping.refused("no-json", String.valueOf(malformed.getOriginalMessage()));
        }
    }

    /** The same with one of {@code command}, {@code charset}, {@code separator}, {@code header}, {@code amounts} said. */
    public TableOptions with(String name, String said) {
        if (said.isEmpty()) {
            return this;
        }
        return switch (name) {
            case "command" -> new TableOptions(said, charset, separator, headerRow, unit, columns, constants);
            case "charset" -> new TableOptions(command, StrictText.charset(said), separator, headerRow, unit,
                    columns, constants);
            case "separator" -> new TableOptions(command, charset, separator(said), headerRow, unit, columns,
                    constants);
            case "header" ->
                new TableOptions(command, charset, separator, row(said), unit, columns, constants);
            case "amounts" -> new TableOptions(command, charset, separator, headerRow,
                    WrittenAmounts.Unit.of(said).orElseThrow(() -> Mapping.refused("amounts", said)), columns,
                    constants);
            default -> throw Mapping.refused("unknown-word", name);
        };
    }

    public TableOptions withColumn(String header, String field) {
        var more = new LinkedHashMap<>(columns);
        more.put(header, field);
        return new TableOptions(command, charset, separator, headerRow, unit, more, constants);
    }

    public TableOptions withConstant(String field, String text) {
        var more = new LinkedHashMap<>(constants);
        more.put(field, text);
        return new TableOptions(command, charset, separator, headerRow, unit, columns, more);
    }

    private static char separator(String said) {
        var named = SEPARATORS.get(said.strip().toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (said.length() != 1 || Character.isLetterOrDigit(said.charAt(0)) || "\"\r\n".contains(said)) {
            throw Mapping.refused("separator", said);
        }
        return said.charAt(0);
    }

    private static int row(String said) {
        if (!said.strip().matches("\\d{1,6}")) {
            throw Mapping.refused("header", said);
        }
        return Integer.parseInt(said.strip());
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "" : node.asString();
    }

    private static Map<String, String> entries(@Nullable JsonNode node) {
        var entries = new LinkedHashMap<String, String>();
        if (node != null) {
            node.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue())));
        }
        return entries;
    }
}
