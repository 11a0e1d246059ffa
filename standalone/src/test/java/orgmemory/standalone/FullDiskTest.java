// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import orgmemory.message.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is really full. Machines that let nobody have a small disk pass this over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskTest {

    private static final int MEGABYTE = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String address = "";
    private String token = "";

    @BeforeAll
    static void can_have_a_small_disk() throws InterruptedException {
        assumeTrue(MemoryProcess.canStartOnSmallDisk());
    }

    @Test
    void a_start_on_a_full_disk_is_told_in_one_sentence(@TempDir Path disk) throws Exception {
        var data = disk.resolve("data");
        try (var service = MemoryProcess.startOnSmallDisk("8m", data, "--server.port=0")) {
            assertThat(service.awaitEnd()).containsExactly("The disk of the data folder " + data
                    + " is full: 8 MB are free, and at least 100 MB are needed.");
            assertThat(service.exitCode()).isEqualTo(1);
        }
    }

    /** There is room for some more rows, but not for PostgreSQL's next log: it ends, and must come back. */
    @Test
    void what_was_answered_before_the_disk_was_full_is_there_and_more_is_taken_when_there_is_room(
            @TempDir Path disk) throws Exception {
        var data = disk.resolve("data");
        try (var service = MemoryProcess.startOnSmallDisk("160m", data, "--server.port=0", "--demo")) {
            address = service.awaitSaid("open at (http://localhost:\\d+)").group(1);
            token = token(service.sees(data));
            var filler = service.sees(disk).resolve("filler");
            leaveRoom(filler, 10 * MEGABYTE);

            var taken = new ArrayList<Integer>();
            int next = 0;
            for (var answer = register(next); answer.statusCode() == 200; answer = register(++next)) {
                taken.add(next);
            }
            int refused = next;
            assertThat(taken).isNotEmpty();
            assertThat(register(refused)).satisfies(answer -> {
                assertThat(answer.statusCode()).isIn(503, 504);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            });

            service.awaitSaid("PostgreSQL has ended and is started again");
            Files.delete(filler);
            RunningMemory.await(() -> register(refused).statusCode() == 200);
            taken.add(refused);
            for (int body : taken) {
                var again = Json.mapper().readTree(register(body).body());
                assertThat(again.required("version").longValue()).as("registered once").isEqualTo(1);
            }
            var all = get("/api/record?limit=1000&subject=body/b" + refused + "&after="
                    + Json.mapper().readTree(register(refused).body()).required("after").stringValue());
            assertThat(Json.mapper().readTree(all.body()).required("items")).hasSize(1);
        }
    }

    private HttpResponse<String> register(int body) {
        return send(HttpRequest.newBuilder(URI.create(address + "/api/commands/RegisterBody"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "body-" + body)
                .POST(BodyPublishers
                        .ofString("{\"bodyId\": \"b" + body + "\", \"name\": \"" + "b".repeat(250)
                                + "\"}")));
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Authorization", "Bearer " + token).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fills the disk to the last byte, and gives some back. */
    private static void leaveRoom(Path filler, long room) throws IOException {
        try (var file = FileChannel.open(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> {
                while (file.size() < Long.MAX_VALUE) {
                    file.write(ByteBuffer.allocate(MEGABYTE / 16));
                }
            }).isInstanceOf(IOException.class);
            file.truncate(file.size() - room);
        }
    }

    private static String token(Path data) throws IOException {
        return Json.mapper()
                .readTree(Files.readString(data.resolve("demo-tokens.json")))
                .required("MEM")
                .stringValue();
    }
}
