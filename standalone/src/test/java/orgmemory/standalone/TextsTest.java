// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import orgmemory.message.Json;
import orgmemory.standalone.records.ImportRecords;
import org.apache.commons.csv.CSVFormat;
import orgmemory.query.reads.FormulaGuard;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text is what was sent, to the last code point, however it came in and wherever it is read. The long form:
 * {@code -Dtexts=10000}, with {@code -Dtexts.seed=…} to see one run again.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    private static final int COMMANDS = Integer.getInteger("texts", 250);
    private static final long SEED = Long.getLong("texts.seed", System.nanoTime());
    private static final JsonMapper ESCAPING = Json.mapper()
            .rebuild()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final Random dice = new Random(SEED);
    private final RandomTexts texts = new RandomTexts(dice);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> sent = new HashMap<>();
    private long compared;

    @Test
    void a_text_is_what_was_sent(@TempDir Path data) throws IOException, InterruptedException {
        try (var memory = RunningMemory.start(data)) {
            var token = memory.firstKeeper();
            memory.taken(token, "OpenBudgetYear",
                    "{\"yearId\": \"BY\", \"from\": \"2017-01-01\", \"to\": \"2017-12-31\"}");
            refuses(memory, token);
            send(memory, token, commands(), data);
            memory.awaitHead(token);
            compare(memory, token);
            memory.rebuild(token);
            compare(memory, token);
        }
        System.out.printf("%,d texts of %,d commands compared (seed %d)%n", compared, COMMANDS, SEED);
        assertThat(compared).isGreaterThan(COMMANDS * 4L);
    }

    /** What no text can hold is refused where the sender can still put it right, and the field is named. */
    private void refuses(RunningMemory memory, String token) {
        for (var noText : List.of("\\u0000", "\\ud83d", "\\ude00", "\\ude00\\ud83d",
                "\\ud83d\\ud83d\\ude00")) {
            for (var field : List.of("title", "reason", "envelope.sourceRef")) {
                var body = """
                        {"yearId": "BY", "lineId": "BY:N", "title": "a%s", "reason": "b%s", "amountAgorot": 1,
                         "envelope": {"attestation": "IMPORTED", "sourceRef": "c%s"}}"""
                        .formatted(field.equals("title") ? noText : "", field.equals("reason") ? noText : "",
                                field.contains(".") ? noText : "");
                var reply = memory.command(token, "DraftBudgetLine", body);
                assertThat(reply.status()).as("%s in %s", noText, field).isEqualTo(400);
                assertThat(reply.body().required("errors").get(0).required("field").stringValue())
                        .isEqualTo(field);
            }
        }
    }

    private List<ObjectNode> commands() {
        var commands = new ArrayList<ObjectNode>();
        for (int i = 0; i < COMMANDS; i++) {
            var said = new HashMap<>(Map.of("sourceRef", texts.upTo(300)));
            var body = Json.mapper().createObjectNode();
            if (dice.nextInt(4) == 0) {
                said.putAll(Map.of("name", texts.upTo(300), "latinName", texts.upTo(300)));
                body.put("personId", "T" + i);
            } else {
                said.putAll(Map.of("title", texts.upTo(300), "reason", texts.upTo(20_000)));
                body.put("yearId", "BY").put("lineId", "BY:T" + i).put("amountAgorot", i);
            }
            boolean person = body.has("personId");
            sent.put(person ? "person/T" + i : "line/BY:T" + i, Map.copyOf(said));
            body.putObject("envelope")
                    .put("attestation", "IMPORTED")
                    .put("occurredOn", "2017-01-02")
                    .put("sourceRef", said.remove("sourceRef"));
            said.forEach(body::put);
            var command = Json.mapper().createObjectNode();
            commands.add(command.put("command", person ? "RegisterPerson" : "DraftBudgetLine")
                    .put("idempotencyKey", "t" + i)
                    .set("body", body));
        }
        return commands;
    }

    /** In batches of any size, by each of the ways in turn. */
    private void send(RunningMemory memory, String token, List<ObjectNode> commands, Path data)
            throws IOException, InterruptedException {
        for (int from = 0; from < commands.size();) {
            int until = Math.min(commands.size(), from + 1 + dice.nextInt(dice.nextBoolean() ? 5 : 150));
            var batch = commands.subList(from, until);
            switch (dice.nextInt(3)) {
                case 0 -> single(memory, token, batch.subList(0, Math.min(5, batch.size())));
                case 1 -> lines(memory, token, batch);
                default -> imported(memory, token, batch, data.resolve("texts.jsonl"));
            }
            from = until;
        }
        // What was left of a batch that went one by one; the rest is known by its keys.
        lines(memory, token, commands);
    }

    private void single(RunningMemory memory, String token, List<ObjectNode> commands) {
        for (var command : commands) {
            var reply = memory.command(token, command.required("command").stringValue(),
                    written(command.required("body")), command.required("idempotencyKey").stringValue());
            assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        }
    }

    private void lines(RunningMemory memory, String token, List<ObjectNode> commands)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(memory.address() + "/api/commands"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(
                        commands.stream().map(this::written).collect(Collectors.joining("\n"))));
        var answers = client.send(request.build(), BodyHandlers.ofString()).body();
        assertThat(answers.lines()).hasSameSizeAs(commands)
                .allMatch(line -> line.contains("\"status\":200"));
    }

    private void imported(RunningMemory memory, String token, List<ObjectNode> commands, Path file)
            throws IOException {
        Files.writeString(file, commands.stream().map(this::written).collect(Collectors.joining("\n")));
        assertThat(ImportRecords.run(
                new String[] {file.toString(), "--to=" + memory.address(), "--token=" + token}, System.out))
                .isZero();
    }

    /** As it is, or with escapes: both are the same text. */
    private String written(JsonNode json) {
        return dice.nextBoolean() ? json.toString() : ESCAPING.writeValueAsString(json);
    }

    private void compare(RunningMemory memory, String token) throws IOException, InterruptedException {
        int seen = 0;
        int inCsv = 0;
        var next = "";
        while (next != null) {
            var path = "/api/record?limit=500" + next;
            var page = memory.get(token, path).body();
            for (var entry : page.required("items")) {
                seen += compare(entry.required("entity").stringValue(), entry.required("payload"));
                seen += compare(entry.required("entity").stringValue(), Json.mapper()
                        .createObjectNode()
                        .set("sourceRef", entry.path("sourceRef")));
            }
            for (var row : csv(memory, token, path)) {
                inCsv += compare(row.get("entity"), Json.mapper().readTree(unguarded(row.get("payload"))));
            }
            next = page.has("next") ? "&cursor=" + page.required("next").asString() : null;
        }
        assertThat(seen).isEqualTo(2 * COMMANDS);
        assertThat(inCsv).isEqualTo(COMMANDS);
        assertThat(views(memory, token, "BudgetLines", "line/") + views(memory, token, "People", "person/"))
                .isEqualTo(COMMANDS);
    }

    private int views(RunningMemory memory, String token, String view, String type)
            throws IOException, InterruptedException {
        int seen = 0;
        int inCsv = 0;
        var next = "";
        while (next != null) {
            var path = "/api/views/" + view + "?limit=500" + next;
            var page = memory.get(token, path).body();
            for (var item : page.required("items")) {
                seen += compare(type + item.required("key").stringValue(), item.required("state"));
            }
            for (var row : csv(memory, token, path)) {
                var state = Json.mapper().createObjectNode();
                row.toMap().forEach((field, value) -> state.put(field, unguarded(value)));
                inCsv += compare(type + row.get("key"), state);
            }
            next = page.has("next") ? "&cursor=" + page.required("next").asString() : null;
        }
        assertThat(inCsv).as(view).isEqualTo(seen);
        return seen;
    }

    /** Compares what is there of a thing's texts; 1 where there was any. */
    private int compare(String subject, JsonNode read) {
        long before = compared;
        sent.getOrDefault(subject, Map.of()).forEach((field, text) -> {
            if (read.has(field)) {
                assertThat(read.get(field).stringValue()).as("%s of %s, seed %d", field, subject, SEED)
                        .isEqualTo(text);
                compared++;
            }
        });
        return compared == before ? 0 : 1;
    }

    private List<CSVRecord> csv(RunningMemory memory, String token, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(memory.address() + path + "&format=csv"))
                .header("Authorization", "Bearer " + token);
        var text = client.send(request.build(), BodyHandlers.ofString()).body();
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = format.parse(new StringReader(text.substring(1)))) {
            return parser.getRecords();
        }
    }

    /** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
    private static String unguarded(String cell) {
        return FormulaGuard.unguarded(cell);
    }
}
