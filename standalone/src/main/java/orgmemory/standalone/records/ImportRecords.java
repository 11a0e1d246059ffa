// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sends the records of a file to a running memory: lines of JSON, or the rows of a table. The file is read to its end before
 * anything is sent, so that one that cannot be read records nothing.
 */
public final class ImportRecords {

    private static final int BATCH = 500;
    private static final int SHOWN_REFUSALS = 20;

    private final CommandSender sender;
    private final RecordMapping mapping;
    private final PrintStream console;
    private final List<JsonNode> waiting = new ArrayList<>();
    private long recorded;
    private long refused;

    private ImportRecords(CommandSender sender, RecordMapping mapping, PrintStream console) {
        this.sender = sender;
        this.mapping = mapping;
        this.console = console;
    }

    /** Answers the exit code: 0 where every line was taken, 1 where some were refused or nothing could be sent. */
    public static int run(String[] arguments, PrintStream console) {
        var sentences = new Sentences();
        var language = ImportArguments.language(arguments);
        try {
            return run(ImportArguments.of(arguments), sentences, console);
        } catch (NoSuchFileException absent) {
            say(console, sentences, language, "import.cli.absent", absent.getFile());
        } catch (IOException e) {
            say(console, sentences, language, "import.cli.stopped", e.toString());
        } catch (Rejected refusal) {
            say(console, sentences, language, refusal.code(), refusal.arguments().toArray());
            say(console, sentences, language, "import.cli.nothing");
        } catch (IllegalArgumentException usage) {
            say(console, sentences, language, "import.cli.usage");
        }
        return 1;
    }

    private static int run(ImportArguments given, Sentences sentences, PrintStream console)
            throws IOException {
        var file = new SourceFile(given.file());
        var sender = new CommandSender(given.to(), Objects.requireNonNullElse(given.token(), ""),
                given.language());
        if (given.table() != null) {
            var table = new ImportTable(sentences, given.language(), console);
            return (given.dryRun()
                    ? table.show(file, given.table())
                    : table.load(file, given.table(), sender::send)) == 0 ? 0 : 1;
        }
        var mapping = Objects.requireNonNull(RecordMapping.BY_NAME.get(given.mapping())).get();
        var records = new ImportRecords(sender, mapping, console);
        return given.dryRun() ? records.show(file) : records.load(file);
    }

    private static void say(PrintStream console, Sentences sentences, Locale language, String key,
            Object... arguments) {
        console.println(sentences.say(key, List.of(arguments), language));
    }

    /** Shows the commands that would be sent. */
    private int show(SourceFile file) throws IOException {
        try (var lines = file.lines()) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    take(number, line);
                }
                waiting.forEach(command -> console.println(command));
                waiting.clear();
            }
        }
        return refused == 0 ? 0 : 1;
    }

    private int load(SourceFile file) throws IOException {
        long start = System.nanoTime();
        try (var lines = file.lines()) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    take(number, line);
                }
                if (waiting.size() >= BATCH) {
                    send();
                    console.printf("%,d lines read, %,d commands recorded, %,d refused%n", number, recorded,
                            refused);
                }
            }
            send();
            console.printf("Done in %.1f s: %,d lines, %,d commands recorded, %,d refused.%n",
                    (System.nanoTime() - start) / 1e9, number, recorded, refused);
        }
        return refused == 0 ? 0 : 1;
    }

    private void take(long number, String line) {
        try {
            waiting.addAll(mapping.commands(Json.mapper().readTree(line)));
        } catch (JacksonException | IllegalArgumentException e) {
            refuse("Line " + number + " is no record of this form: " + e.getMessage());
        }
    }

    private void send() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        var answers = sender.send(waiting);
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            if (CommandSender.accepted(answer)) {
                recorded++;
            } else if (!isAnotherInstitute(waiting.get(i), answer)) {
                refuse(waiting.get(i).path("idempotencyKey").asString() + ": " + answer);
            }
        }
        waiting.clear();
    }

    /** A memory that has its institute already goes on remembering that one. */
    private static boolean isAnotherInstitute(JsonNode command, JsonNode answer) {
        return command.path("command").asString().equals("RegisterInstitute")
                && CommandSender.status(answer) == 409;
    }

    private void refuse(String why) {
        refused++;
        if (refused <= SHOWN_REFUSALS) {
            console.println(why);
        } else if (refused == SHOWN_REFUSALS + 1) {
            console.println("More lines are refused; only their number is shown from here on.");
        }
    }
}
