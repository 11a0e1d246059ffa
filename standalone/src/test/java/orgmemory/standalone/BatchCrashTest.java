// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A service that is killed while it takes batches has kept every line that it had answered; sent again under their keys,
 * all lines are there once, and those that were answered are answered the same.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchCrashTest {

    /** A long form is asked for with {@code -Dbatches.kills=20}. */
    private static final int KILLS = Integer.getInteger("batches.kills", 1);
    private static final long SEED = Long.getLong("batches.seed", new Random().nextLong());
    private static final int SENDERS = 4;
    private static final int LINES = 2_000;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void lines_that_were_answered_are_there_once_after_a_kill(@TempDir Path data) throws Exception {
        var random = new Random(SEED);
        var answered = new ConcurrentHashMap<String, String>();
        var token = "";
        for (int kill = 0; kill < KILLS; kill++) {
            try (var service = MemoryProcess.start(data, "--server.port=0")) {
                var address = service.awaitSaid("open at (http://localhost:\\d+)").group(1);
                if (token.isEmpty()) {
                    var link = service.awaitSaid("(http://localhost:\\d+/welcome/\\S+)").group(1);
                    token = new Visitor(address).becomeFirstKeeper(link, "Ruth Almog");
                }
                int before = answered.size();
                sendUntilKilled(service, address, token, kill, 1 + random.nextInt(LINES), answered);
                assertThat(answered.size()).as("seed %d", SEED).isGreaterThan(before);
            }
        }
        try (var memory = RunningMemory.start(data)) {
            for (int kill = 0; kill < KILLS; kill++) {
                for (int sender = 0; sender < SENDERS; sender++) {
                    var again = new ConcurrentHashMap<String, String>();
                    send(memory.address(), token, lines(kill, sender), again, new CountDownLatch(0));
                    assertThat(again).as("seed %d", SEED).hasSize(LINES);
                    again.forEach(
                            (key, after) -> assertThat(answered.getOrDefault(key, after)).isEqualTo(after));
                }
            }
            var bodies = memory.bean(Journal.class)
                    .after(0, Integer.MAX_VALUE)
                    .stream()
                    .map(StoredEvent::entity)
                    .filter(entity -> entity.type().equals("body"))
                    .toList();
            assertThat(bodies).as("seed %d", SEED).hasSize(KILLS * SENDERS * LINES).doesNotHaveDuplicates();
        }
    }

    private void sendUntilKilled(MemoryProcess service, String address, String token, int kill, int answers,
            Map<String, String> answered) throws InterruptedException, ExecutionException {
        var enough = new CountDownLatch(answers);
        var sent = new ArrayList<Future<?>>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < SENDERS; sender++) {
                var lines = lines(kill, sender);
                sent.add(senders.submit(() -> {
                    try {
                        send(address, token, lines, answered, enough);
                    } catch (IOException killed) {
                        // What was not answered may be there or not.
                    }
                    return null;
                }));
            }
            try {
                assertThat(enough.await(2, TimeUnit.MINUTES)).as("seed %d", SEED).isTrue();
            } finally {
                service.kill();
            }
        }
        for (var each : sent) {
            each.get();
        }
    }

    /** Sends a batch and keeps what each line is answered as it comes. */
    private void send(String address, String token, List<String> lines, Map<String, String> answered,
            CountDownLatch enough) throws IOException, InterruptedException {
        var response = client.send(HttpRequest.newBuilder(URI.create(address + "/api/commands"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/jsonl")
                .POST(BodyPublishers.ofString(String.join("\n", lines)))
                .build(), BodyHandlers.ofInputStream());
        try (var reader = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(Json.mapper().readTree(line), lines, answered);
                enough.countDown();
            }
        }
    }

    private static void keep(JsonNode answer, List<String> lines, Map<String, String> answered) {
        assertThat(answer.required("status").intValue()).as("%s", answer).isEqualTo(200);
        answered.put(lines.get(answer.required("line").intValue() - 1),
                answer.required("after").stringValue());
    }

    private static List<String> lines(int kill, int sender) {
        return IntStream.range(0, LINES)
                .mapToObj(n -> "b-%d-%d-%d".formatted(kill, sender, n))
                .map(id -> ("{\"command\": \"RegisterBody\", \"idempotencyKey\": \"%1$s\", \"body\": "
                        + "{\"bodyId\": \"%1$s\", \"name\": \"x\"}}").formatted(id))
                .toList();
    }
}
