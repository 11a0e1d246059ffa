// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.message.Rejected;
import orgmemory.query.imports.TableOptions;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed behind {@code import}.
 *
 * @param file     whose records are taken over
 * @param to       the memory's address
 * @param token    of a memory keeper; null only for a rehearsal
 * @param mapping  how a line of JSON becomes commands
 * @param table    how a row becomes a command; null for lines of JSON
 * @param dryRun   whether it is only shown what would be recorded
 * @param language of what is said
 */
record ImportArguments(Path file, String to, @Nullable String token, String mapping,
        @Nullable TableOptions table, boolean dryRun, Locale language) {

    private static final Set<String> OF_TABLES = Set.of("command", "charset", "separator", "header",
            "amounts");
    private static final Set<String> TABLES = Set.of(".csv", ".tsv", ".tab", ".psv");

    private static final String LANGUAGE = "--language=";

    /** Throws {@link IllegalArgumentException} where there is no such option or no file, {@link Rejected} for its value. */
    static ImportArguments of(String[] arguments) throws IOException {
        String file = null;
        var to = "http://localhost:8080";
        String token = null;
        var mapping = "commands";
        boolean dryRun = false;
        TableOptions table = null;
        for (var argument : inOrder(arguments)) {
            var name = argument.replaceFirst("=.*", "");
            var value = argument.substring(Math.min(argument.length(), name.length() + 1));
            switch (name) {
                case "--to" -> to = value;
                case "--token" -> token = value;
                case "--mapping" -> mapping = value;
                case "--dry-run" -> dryRun = true;
                case "--map" -> table = TableOptions.read(Files.readAllBytes(Path.of(value)));
                case "--set" -> table = constant(of(table), value);
                case "--column" -> table = column(of(table), value);
                default -> {
                    if (!name.startsWith("--")) {
                        file = argument;
                    } else {
                        table = of(table).with(word(name), value);
                    }
                }
            }
        }
        if (file == null || (token == null && !dryRun) || !RecordMapping.BY_NAME.containsKey(mapping)) {
            throw new IllegalArgumentException("usage");
        }
        boolean isTable = table != null || isCalledTable(file);
        return new ImportArguments(Path.of(file), to, token, mapping, isTable ? of(table) : null, dryRun,
                language(arguments));
    }

    /** In which it is said what came of the others, also where those cannot be taken. */
    static Locale language(String[] arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(LANGUAGE))
                .reduce((_, last) -> last)
                .map(argument -> Locale.of(argument.substring(LANGUAGE.length())))
                .orElse(Sentences.ENGLISH);
    }

    /** A mapping file comes first, so that what is said beside it counts. The language is known without the others. */
    private static List<String> inOrder(String[] arguments) {
        var all = Stream.of(arguments).filter(one -> !one.startsWith(LANGUAGE)).toList();
        return Stream.concat(all.stream().filter(one -> one.startsWith("--map=")),
                all.stream().filter(one -> !one.startsWith("--map="))).toList();
    }

    private static TableOptions of(@Nullable TableOptions table) {
        return table == null ? TableOptions.of("") : table;
    }

    private static String word(String name) {
        var word = name.substring("--".length());
        if (!OF_TABLES.contains(word)) {
            throw new IllegalArgumentException("usage");
        }
        return word;
    }

    private static TableOptions constant(TableOptions table, String fieldIsText) {
        int is = is(fieldIsText);
        return table.withConstant(fieldIsText.substring(0, is), fieldIsText.substring(is + 1));
    }

    private static TableOptions column(TableOptions table, String fieldIsColumn) {
        int is = is(fieldIsColumn);
        return table.withColumn(fieldIsColumn.substring(is + 1), fieldIsColumn.substring(0, is));
    }

    private static int is(String said) {
        int is = said.indexOf('=');
        if (is < 1) {
            throw new IllegalArgumentException("usage");
        }
        return is;
    }

    private static boolean isCalledTable(String file) {
        var plain = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return TABLES.stream().anyMatch(plain::endsWith);
    }
}
