// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import orgmemory.access.account.Tokens;
import orgmemory.journal.Database;
import orgmemory.message.Json;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service answers while the story is told, though nobody may interrupt. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingTest {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    @Test
    void who_comes_early_may_look_on_and_is_asked_to_come_back_to_say_something(@TempDir Path data)
            throws Exception {
        try (var server = DurablePostgres.start(); var gate = server.getPostgresDatabase().getConnection()) {
            Database.prepare(server.getPostgresDatabase(), "journal", "register", "access", "memory");
            token = new Tokens(server.getPostgresDatabase()).issue(new PersonId("MEM"), "early");
            // Nothing is recorded while somebody reads the journal and lets nobody else write: the telling stands still.
            hold(gate);
            try (var service = MemoryProcess.start(data, "--demo", "--server.port=0",
                    "--memory.commands.time-limit=10m",
                    DurablePostgres.option(server))) {
                var address = service.awaitSaid("tells at (http://localhost:\\d+)").group(1);
                assertThat(get(address + "/api/views/People").statusCode()).isEqualTo(200);
                var early = register(address);
                assertThat(early.statusCode()).isEqualTo(503);
                assertThat(early.headers().firstValue("Retry-After")).hasValue("2");
                assertThat(Json.mapper().readTree(early.body()).required("code").stringValue())
                        .isEqualTo("story.being-told");
                gate.commit();
                service.awaitSaid("story: \\d+ of");
                service.awaitSaid("open at");
                assertThat(register(address).statusCode()).isEqualTo(200);
            }
        }
    }

    private static void hold(Connection gate) throws SQLException {
        gate.setAutoCommit(false);
        try (var statement = gate.createStatement()) {
            statement.execute("lock table journal.event in share mode");
        }
    }

    private HttpResponse<String> register(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + "/api/commands/RegisterBody"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"bodyId\": \"board\", \"name\": \"Board\"}")));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
    }
}
