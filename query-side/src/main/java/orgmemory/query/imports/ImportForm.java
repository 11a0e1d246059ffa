// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.message.Catalogue;
import org.jspecify.annotations.Nullable;

/** What is chosen on the page: how the file is written, and where each field comes from. */
record ImportForm(Map<String, String> typed) {

    static final List<String> SETTINGS = List.of("command", "charset", "separator", "header", "amounts");

    private static final String COLUMN = "column.";
    private static final String TEXT = "text.";

    /** What each row may be: commands that have a name for it, in the order of the catalogue. */
    static Map<String, String> commands(Sentences sentences, Locale language) {
        return Catalogue.commands()
                .map(Class::getSimpleName)
                .filter(name -> sentences.has("import.command." + name))
                .collect(Collectors.toMap(name -> name,
                        name -> sentences.say("import.command." + name, List.of(), language), (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** What was chosen or typed; empty for nothing. */
    public String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** Whether fields have been given their columns by hand. */
    boolean isMapped() {
        return typed.keySet().stream().anyMatch(name -> name.startsWith(COLUMN));
    }

    /** How the file is written. */
    TableOptions options() {
        var options = TableOptions.of(value("command"));
        ImportFields.command(value("command"));
        for (var setting : SETTINGS) {
            options = options.with(setting, value(setting));
        }
        return options;
    }

    /** The mapping as it was chosen; a text counts where no column is chosen. */
    Mapping mapping(Table table) {
        var columns = new HashMap<String, Integer>();
        var constants = new HashMap<String, String>();
        for (var field : ImportFields.of(value("command"))) {
            var column = value(COLUMN + field.path());
            if (column.matches("\\d{1,4}") && Integer.parseInt(column) < table.header().size()) {
                columns.put(field.path(), Integer.valueOf(column));
            } else if (!value(TEXT + field.path()).isEmpty()) {
                constants.put(field.path(), value(TEXT + field.path()));
            }
        }
        var unit = WrittenAmounts.Unit.of(value("amounts")).orElse(WrittenAmounts.Unit.SHEKELS);
        return new Mapping(value("command"), columns, constants, unit);
    }

    /**
     * A field as it can be chosen.
     *
     * @param label  what it is called
     * @param column its column; null for none
     * @param text   one text for all rows; empty for none
     */
    record Choice(String path, String label, boolean required, @Nullable Integer column,
            String text) {
    }

    static List<Choice> choices(Mapping mapping, Sentences sentences, Locale language) {
        return ImportFields.of(mapping.command())
                .stream()
                .map(field -> new Choice(field.path(), label(field.name(), sentences, language),
                        field.required(),
                        mapping.columns().get(field.path()),
                        mapping.constants().getOrDefault(field.path(), "")))
                .toList();
    }

    private static String label(String name, Sentences sentences, Locale language) {
        return Stream.of("import.field." + name, "field." + name)
                .filter(sentences::has)
                .findFirst()
                .map(key -> sentences.say(key, List.of(), language))
                .orElse(name);
    }

    /** The columns by their places, as spreadsheets letter them. */
    static Map<Integer, String> columns(Table table) {
        return IntStream.range(0, table.header().size())
                .boxed()
                .collect(Collectors.toMap(place -> place,
                        place -> letters(place) + ": " + table.header().get(place),
                        (one, _) -> one, LinkedHashMap::new));
    }

    private static String letters(int place) {
        var letter = Character.toString('A' + place % 26);
        return place < 26 ? letter : letters(place / 26 - 1) + letter;
    }
}
