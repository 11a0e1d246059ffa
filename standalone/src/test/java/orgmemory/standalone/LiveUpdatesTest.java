// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Open pages are told where the memory stands, and hold up nobody who stops it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(MembersAtHome.class)
class LiveUpdatesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void pages_are_told_of_each_move_and_let_go_when_the_memory_stops(@TempDir Path data) throws Exception {
        Iterator<String> told;
        try (var memory = RunningMemory.start(data)) {
            var keeper = memory.firstKeeper();
            memory.awaitHead(keeper);
            told = follow(memory, keeper).body().iterator();
            assertThat(next(told, "event:")).isEqualTo("hello");
            assertThat(next(told, "data:")).isEqualTo("2");
            memory.taken(keeper, "RegisterInstitute", "{\"instituteId\": \"ours\", \"name\": \"Ours\"}");
            assertThat(next(told, "id:")).isEqualTo("3");
            assertThat(next(told, "data:")).isEqualTo("3");
        }
        // An answer that is cut off in the middle would throw here.
        assertThat(told).toIterable().allMatch(line -> line.isBlank() || line.startsWith(":"));
    }

    @Test
    void a_stream_ends_with_what_let_its_reader_in(Members members) throws Exception {
        var memory = members.memory();
        var keeper = members.keeper();
        var shownOut = members.member("L1", "Adi");
        var signsOut = members.member("L2", "Shir");
        var changes = members.member("L3", "Roni");
        shownOut.get("/account");
        var token = Visitor.token(shownOut.post("/account/tokens", "label", "a screen"));
        var streams = Map.of("session", open(memory, "Cookie", "session=" + shownOut.session()),
                "token", open(memory, "Authorization", "Bearer " + token),
                "out", open(memory, "Cookie", "session=" + signsOut.session()),
                "password", open(memory, "Cookie", "session=" + changes.session()),
                "stays", open(memory, "Cookie", "session=" + keeper.session()));

        signsOut.get("/account");
        signsOut.post("/sign-out");
        assertThat(ends(streams, "out")).isTrue();
        changes.get("/account");
        changes.post("/account/password", "present", Members.PASSWORD, "fresh", "another of hers",
                "repeated", "another of hers");
        assertThat(ends(streams, "password")).isTrue();
        keeper.get("/account/invitations");
        keeper.post("/account/invitations/take-away", "person", "L1");
        assertThat(ends(streams, "session")).isTrue();
        assertThat(ends(streams, "token")).isTrue();

        members.register("L4", "Tom");
        assertThat(Objects.requireNonNull(streams.get("stays")).isDone()).isFalse();
    }

    /** Follows until the stream ends; answers whether it was ended and not cut off. */
    private static Future<Boolean> open(RunningMemory memory, String header, String value) throws Exception {
        var told = CLIENT.send(HttpRequest.newBuilder(URI.create(memory.address() + "/live"))
                .header(header, value)
                .build(), BodyHandlers.ofLines()).body().iterator();
        assertThat(next(told, "event:")).isEqualTo("hello");
        return CompletableFuture.supplyAsync(() -> {
            told.forEachRemaining(line -> {});
            return true;
        }, task -> Thread.ofVirtual().start(task));
    }

    private static boolean ends(Map<String, Future<Boolean>> streams, String which) throws Exception {
        return Objects.requireNonNull(streams.get(which)).get(60, TimeUnit.SECONDS);
    }

    private static HttpResponse<Stream<String>> follow(RunningMemory memory, String token) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(memory.address() + "/live"))
                .header("Authorization", "Bearer " + token)
                .build(), BodyHandlers.ofLines());
    }

    private static String next(Iterator<String> lines, String field) {
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith(field)) {
                return line.substring(field.length());
            }
        }
        throw new AssertionError("No " + field);
    }
}
