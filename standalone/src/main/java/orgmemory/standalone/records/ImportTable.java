// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.command.http.CommandForm;
import orgmemory.message.Catalogue;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.query.imports.FileForm;
import orgmemory.query.imports.ReadRow;
import orgmemory.query.imports.TableImport;
import orgmemory.query.imports.TableImport.Reading;
import orgmemory.query.imports.TableOptions;
import tools.jackson.databind.JsonNode;

/** Sends the rows of a table as commands, or only shows them. What is said of a row names it as spreadsheets show it. */
final class ImportTable {

    private static final int BATCH = 500;
    private static final int SHOWN = 200;
    private static final int MOST_BYTES = 256 << 20;

    private final Sentences sentences;
    private final Locale language;
    private final PrintStream console;
    private int refused;

    ImportTable(Sentences sentences, Locale language, PrintStream console) {
        this.sentences = sentences;
        this.language = language;
        this.console = console;
    }

    /** Answers the number of rows that were not taken. */
    int load(SourceFile file, TableOptions options, Sender sender) throws IOException {
        var reading = read(file, options);
        tell(reading);
        int recorded = 0;
        var right = reading.right();
        for (int from = 0; from < right.size(); from += BATCH) {
            recorded += send(right.subList(from, Math.min(right.size(), from + BATCH)), reading, sender);
        }
        say("import.cli.done", Integer.toString(reading.rows().size()), Integer.toString(recorded),
                Integer.toString(refused), Integer.toString(reading.leftOut().size()));
        return refused;
    }

    /** Shows what would be sent, one command a line, and records nothing. Answers the number of rows that would not be. */
    int show(SourceFile file, TableOptions options) throws IOException {
        var reading = read(file, options);
        tell(reading);
        reading.right().forEach(row -> say("import.cli.row", row.number(), command(row, reading).toString()));
        say("import.cli.would", Integer.toString(reading.rows().size()),
                Integer.toString(reading.right().size()), Integer.toString(refused),
                Integer.toString(reading.leftOut().size()));
        return refused;
    }

    /** Where the commands go. */
    @FunctionalInterface
    interface Sender {
        List<JsonNode> send(List<JsonNode> commands) throws IOException;
    }

    private Reading read(SourceFile file, TableOptions options) throws IOException {
        var bytes = file.bytes(MOST_BYTES);
        FileForm.refuseUnlessText(bytes, file.name());
        if (options.command().isEmpty()) {
            throw new Rejected(Rejected.Kind.MALFORMED, "import.command.missing",
                    String.join(", ", Catalogue.commandsByName().keySet().stream().sorted().toList()));
        }
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            var imports = new TableImport(sentences, new Problems(sentences),
                    new CommandForm(validators.getValidator()));
            var table = imports.table(bytes, file.name(), options);
            return imports.read(table, imports.mapping(table, options), file.name(), language);
        }
    }

    private void tell(Reading reading) {
        reading.mapping()
                .columns()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(
                        column -> say("import.cli.column", reading.table().header().get(column.getValue()),
                                column.getKey()));
        reading.leftOut()
                .forEach(row -> say("import.cli.row", row.number(), Objects.requireNonNull(row.leftOut())));
        reading.wrong().forEach(row -> refuse(row.number(), String.join("; ", row.wrong())));
    }

    private int send(List<ReadRow> rows, Reading reading, Sender sender) throws IOException {
        int recorded = 0;
        var answers = sender.send(rows.stream().map(row -> command(row, reading)).toList());
        for (int i = 0; i < rows.size(); i++) {
            if (CommandSender.accepted(answers.get(i))) {
                recorded++;
            } else {
                refuse(rows.get(i).number(), reason(answers.get(i).path("problem")));
            }
        }
        return recorded;
    }

    private static JsonNode command(ReadRow row, Reading reading) {
        return Json.mapper()
                .createObjectNode()
                .put("command", reading.mapping().command())
                .put("idempotencyKey", row.key())
                .set("body", row.body());
    }

    private static String reason(JsonNode problem) {
        var reason = new StringBuilder(problem.path("detail").asString(""));
        for (var error : problem.path("errors")) {
            reason.append("; ")
                    .append(error.path("field").asString())
                    .append(' ')
                    .append(error.path("message").asString());
        }
        return reason.toString();
    }

    private void refuse(int row, String why) {
        refused++;
        if (refused <= SHOWN) {
            say("import.cli.row", row, why);
        } else if (refused == SHOWN + 1) {
            say("import.cli.more");
        }
    }

    private void say(String key, Object... arguments) {
        console.println(sentences.say(key, List.of(arguments), language));
    }
}
