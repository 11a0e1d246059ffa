// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import orgmemory.message.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sends the records of a file to a running memory:
 * {@code import <file.jsonl[.gz]> --to=<address> --token=<token> --mapping=<mapping>}.
 */
public final class ImportRecords {

    private static final String USAGE = """
            Use: ./memory import <file.jsonl or file.jsonl.gz> --token=<token of a memory keeper>
                 [--to=http://localhost:8080] [--mapping=commands or budget-requests]""";
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
        var file = argument(arguments, null);
        var token = argument(arguments, "--token=");
        var to = argument(arguments, "--to=");
        var name = argument(arguments, "--mapping=");
        var mapping = RecordMapping.BY_NAME.get(name == null ? "commands" : name);
        if (file == null || token == null || mapping == null) {
            console.println(USAGE);
            return 1;
        }
        try {
            var sender = new CommandSender(to == null ? "http://localhost:8080" : to, token);
            return new ImportRecords(sender, mapping.get(), console).load(Path.of(file));
        } catch (IOException e) {
            console.println(
                    "The import stopped: " + e + "; what was recorded stays, and loading again goes on.");
            return 1;
        } catch (IllegalArgumentException noAddress) {
            console.println(USAGE);
            return 1;
        }
    }

    private int load(Path file) throws IOException {
        long start = System.nanoTime();
        try (var lines = reader(file)) {
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

    private static BufferedReader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes);
        }
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /** The value of an option, or the first word that is none. */
    private static @Nullable String argument(String[] arguments, @Nullable String option) {
        for (var argument : arguments) {
            if (option == null ? !argument.startsWith("--") : argument.startsWith(option)) {
                return option == null ? argument : argument.substring(option.length());
            }
        }
        return null;
    }
}
