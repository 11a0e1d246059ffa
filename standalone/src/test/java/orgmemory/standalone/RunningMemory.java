// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import orgmemory.access.account.FirstKeeper;
import orgmemory.access.account.Tokens;
import orgmemory.journal.Journal;
import orgmemory.message.Json;
import orgmemory.query.memory.reading.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The real service on a real database, asked over HTTP as anybody would ask it. */
public final class RunningMemory implements AutoCloseable {

    /** A status and what came with it. */
    public record Reply(int status, JsonNode body) {

        public JsonNode state() {
            return body.required("state");
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data;
    private final ConfigurableApplicationContext context;

    private RunningMemory(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /** Starts it and waits until all that is recorded is remembered, the demo's story among it. */
    public static RunningMemory start(Path data, String... options) {
        // The first of two ports would not do: Spring joins what is given twice.
        var anyPort = Stream.of(options).anyMatch(option -> option.startsWith("--server.port="))
                ? Stream.<String>of()
                : Stream.of("--server.port=0");
        var all = Stream.of(Stream.of("--memory.data=" + data), anyPort, Stream.of(options));
        var started = new RunningMemory(data, MemoryApplication.start(all.flatMap(part -> part)
                .toArray(String[]::new)));
        var journal = started.bean(Journal.class);
        await(() -> started.bean(Memory.class).position() >= journal.head());
        return started;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** The token of one of the demo's cast. */
    public String token(String code) {
        try {
            var tokens = Json.mapper().readTree(Files.readString(data.resolve("demo-tokens.json")));
            return tokens.required(code).stringValue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Reply get(String token, String path) {
        return send(token, HttpRequest.newBuilder(URI.create(address() + path)).GET());
    }

    /** Reads a state that must be there. */
    public JsonNode state(String token, String path) {
        var reply = get(token, path);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
        return reply.state();
    }

    public Reply command(String token, String name, String body) {
        return command(token, name, body, null);
    }

    /** The same, done once however often it is sent with this key. */
    public Reply command(String token, String name, String body, @Nullable String idempotencyKey) {
        var request = HttpRequest.newBuilder(URI.create(address() + "/api/commands/" + name))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(token, request);
    }

    /** Issues a command that must be taken, and answers the token under which reads include it. */
    public String taken(String token, String name, String body) {
        var reply = command(token, name, body);
        assertThat(reply.status()).as("%s: %s", name, reply.body()).isEqualTo(200);
        return reply.body().required("after").stringValue();
    }

    /** The events of the record that concern a subject, up to the one that the token names. */
    JsonNode record(String token, String subject, @Nullable String after) {
        var path = "/api/record?limit=1000&subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                + (after == null ? "" : "&after=" + after);
        var reply = get(token, path);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
        return reply.body().required("items");
    }

    /** What a request to change what can only be read is answered with. */
    Reply put(String token, String path) {
        return send(token, HttpRequest.newBuilder(URI.create(address() + path)).PUT(BodyPublishers.noBody()));
    }

    /** Has every view folded anew, which only memory keepers may. */
    int rebuildStatus(String token) {
        return send(token, HttpRequest.newBuilder(URI.create(address() + "/api/views/rebuild"))
                .POST(BodyPublishers.noBody())).status();
    }

    /** Waits until the memory holds everything that has been recorded. */
    void awaitHead(String token) {
        var journal = bean(Journal.class);
        var last = journal.after(journal.head() - 1, 1).getFirst().eventId();
        await(() -> get(token, "/api/status?after=" + last).body().path("lag").asLong(-1) == 0);
    }

    /** Has every view folded anew from the record, and waits until those are the ones that are read. */
    void rebuild(String keeper) {
        var request = HttpRequest.newBuilder(URI.create(address() + "/api/views/rebuild"))
                .POST(BodyPublishers.noBody());
        assertThat(send(keeper, request).status()).isEqualTo(202);
        await(() -> !get(keeper, "/api/views").body().toString().contains("\"FOLDING\""));
    }

    /** Registers a first keeper in an empty memory and answers their token. */
    String firstKeeper() {
        return bean(Tokens.class).issue(bean(FirstKeeper.class).register("Ruth Almog"), "test");
    }

    static void await(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private Reply send(String token, HttpRequest.Builder request) {
        try {
            var response = client.send(request.header("Authorization", "Bearer " + token)
                    .header("Accept-Language", "en")
                    .build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            var body = response.body();
            return new Reply(response.statusCode(), body.isBlank()
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
