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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open pages are told where the memory stands, and hold up nobody who stops it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
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
