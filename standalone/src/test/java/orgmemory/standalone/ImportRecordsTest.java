// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import orgmemory.journal.Journal;
import orgmemory.message.Json;
import orgmemory.standalone.records.ImportRecords;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Records of a state's budget, taken over through the public door, and asked for through the public reads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportRecordsTest {

    /** Real records, beside the project where somebody has put them; never inside it. */
    private static final Path CORPUS = Path.of("..", "shared", "corpora", "israel_budget");

    @Test
    void an_invented_sample_is_remembered_as_it_was_counted(@TempDir Path data) throws Exception {
        remembers(data, resource("budget-requests.jsonl"), resource("budget-requests-oracle.json"));
    }

    @Test
    void a_real_budget_is_remembered_as_it_was_counted(@TempDir Path data) throws Exception {
        var corpus = root().resolve(CORPUS).normalize();
        assumeTrue(Files.isDirectory(corpus), "The real budget is not here: " + corpus + " is absent");
        remembers(data, corpus.resolve("events.jsonl.gz"), corpus.resolve("oracle.json"));
    }

    @Test
    void a_line_that_cannot_be_taken_is_reported_and_stops_nothing(@TempDir Path data) throws Exception {
        try (var memory = RunningMemory.start(data)) {
            var token = memory.firstKeeper();
            var file = data.resolve("records.jsonl");
            Files.writeString(file,
                    """
                            {"command": "RegisterBody", "idempotencyKey": "1", "body": {"bodyId": "board", "name": "Board"}}
                            {"command": "RegisterBody", "idempotencyKey": "2", "body": {"bodyId": "no id", "name": "Board"}}
                            not JSON
                            {"command": "RegisterBody", "idempotencyKey": "3", "body": {"bodyId": "court", "name": "Court"}}
                            """);
            var console = new ByteArrayOutputStream();
            assertThat(load(memory, token, file, "commands", console)).isEqualTo(1);
            assertThat(console.toString(StandardCharsets.UTF_8)).contains("Line 3", "2:",
                    "2 commands recorded",
                    "2 refused");
            memory.awaitHead(token);
            assertThat(memory.record(token, "body/court", null)).hasSize(1);
        }
    }

    @Test
    void arguments_that_cannot_be_taken_are_told_in_the_language_that_is_asked_for() {
        for (var wrong : List.of("--nothing", "--charset=runes", "")) {
            var console = new ByteArrayOutputStream();
            var arguments = new String[] {wrong, "--language=en", "--language=he"};
            assertThat(ImportRecords.run(arguments, new PrintStream(console, true, StandardCharsets.UTF_8)))
                    .isEqualTo(1);
            assertThat(console.toString(StandardCharsets.UTF_8)).as(wrong).matches("(?s)\\p{IsHebrew}.*");
        }
    }

    private static void remembers(Path data, Path records, Path answers) throws IOException {
        var oracle = Json.mapper().readTree(Files.readAllBytes(answers));
        try (var memory = RunningMemory.start(data)) {
            var token = memory.firstKeeper();
            long start = System.nanoTime();
            assertThat(load(memory, token, records, "budget-requests", System.out)).isZero();
            long loaded = System.nanoTime();
            compare(memory, token, oracle, records, loaded - start);
            long head = memory.bean(Journal.class).head();
            assertThat(load(memory, token, records, "budget-requests", System.out)).isZero();
            assertThat(memory.bean(Journal.class).head()).as("loading twice changes nothing").isEqualTo(head);
            memory.rebuild(token);
            compare(memory, token, oracle, records, loaded - start);
        }
    }

    private static void compare(RunningMemory memory, String token, JsonNode oracle,
            Path records, long nanos) {
        memory.awaitHead(token);
        var comparison = new BudgetOracle(memory, token);
        comparison.compare(oracle);
        System.out.printf(Locale.ROOT, "%s: %,d comparisons, %d differences; loaded in %.1f s%n",
                records.getFileName(), comparison.comparisons(), comparison.differences().size(),
                nanos / 1e9);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.comparisons()).isGreaterThan(100);
    }

    private static int load(RunningMemory memory, String token, Path file, String mapping,
            OutputStream console) {
        var arguments = new String[] {file.toString(), "--to=" + memory.address(), "--token=" + token,
                "--mapping=" + mapping};
        return ImportRecords.run(arguments, new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    /** The folder that holds the modules. */
    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("mvnw")) ? here : here.resolve("..").normalize();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ImportRecordsTest.class.getResource(name)).toURI());
    }
}
