// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import orgmemory.journal.Journal;
import orgmemory.standalone.postgres.Postmaster;
import orgmemory.message.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed in the middle of its work has kept every command that it had answered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {

    private static final Pattern OPEN = Pattern.compile("open at (http://localhost:\\d+)");
    private static final Pattern LINK = Pattern.compile("(http://localhost:\\d+/welcome/\\S+)");
    private static final int CALLERS = 8;
    private static final int ANSWERS = 200;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void what_was_answered_is_there_after_the_process_was_killed(@TempDir Path data) throws Exception {
        var service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), MemoryApplication.class.getName(),
                "--server.port=0",
                "--memory.data=" + data).redirectErrorStream(true).start();
        String token;
        String session;
        try (var console = service.inputReader()) {
            var address = find(console, OPEN);
            var keeper = new Visitor(address);
            token = keeper.becomeFirstKeeper(find(console, LINK), "Ruth Almog");
            session = keeper.session();
            recordUntilKilled(service, address, token);
        } finally {
            service.destroyForcibly().waitFor();
        }
        var leftBehind = Postmaster.of(data.resolve("postgres"));
        assertThat(leftBehind).as("the killed service's PostgreSQL is still there").isPresent();
        try (var memory = RunningMemory.start(data)) {
            assertThat(leftBehind).get().matches(process -> !process.isAlive());
            memory.awaitHead(token);
            answered.forEach((body, after) -> {
                assertThat(memory.record(token, "body/" + body, null)).as(body)
                        .hasSize(1)
                        .first()
                        .satisfies(entry -> assertThat(entry.required("eventId").stringValue())
                                .isEqualTo(after));
                var again = memory.command(token, "RegisterBody", body(body), "key-" + body);
                assertThat(again.body().required("after").stringValue()).isEqualTo(after);
            });
            assertThat(new Visitor(memory.address()).get("/account", "Cookie", "session=" + session)
                    .statusCode())
                    .as("still signed in")
                    .isEqualTo(200);
            var journal = memory.bean(Journal.class);
            assertThat(journal.after(0, Integer.MAX_VALUE)).hasSize((int) journal.head());
        }
    }

    /** Callers record as fast as they can; in the middle of it, the process goes without a word. */
    private void recordUntilKilled(Process service, String address, String token)
            throws InterruptedException, ExecutionException {
        var enough = new CountDownLatch(ANSWERS);
        var recorded = new ArrayList<Future<?>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                recorded.add(callers.submit(() -> recordWhileAlive(service, address, token, enough)));
            }
            try {
                assertThat(enough.await(2, TimeUnit.MINUTES)).as("enough answers").isTrue();
            } finally {
                service.destroyForcibly().waitFor();
            }
        }
        for (var each : recorded) {
            each.get();
        }
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS);
    }

    private void recordWhileAlive(Process service, String address, String token, CountDownLatch enough) {
        try {
            while (service.isAlive()) {
                var body = "body-" + next.incrementAndGet();
                var response = client
                        .send(HttpRequest.newBuilder(URI.create(address + "/api/commands/RegisterBody"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "key-" + body)
                                .POST(BodyPublishers.ofString(body(body)))
                                .build(), BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    answered.put(body,
                            Json.mapper().readTree(response.body()).required("after").stringValue());
                    enough.countDown();
                }
            }
        } catch (IOException killed) {
            // No answer, no promise: what was under way when the process went may be there or not.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String id) {
        return "{\"bodyId\": \"" + id + "\", \"name\": \"" + id + "\"}";
    }

    private static String find(BufferedReader console, Pattern pattern) throws IOException {
        for (var line = console.readLine(); line != null; line = console.readLine()) {
            var found = pattern.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("The service ended before it said " + pattern);
    }
}
