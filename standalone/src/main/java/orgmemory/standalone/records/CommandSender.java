// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import orgmemory.message.Json;
import tools.jackson.databind.JsonNode;

/** Sends commands as JSON Lines and reads their answers, one a line, in the same order. */
final class CommandSender {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;
    private final Locale language;

    /** Throws {@link IllegalArgumentException} where there can be no memory at that address. */
    CommandSender(String to, String token, Locale language) {
        this.address = URI.create(to.replaceAll("/+$", "") + "/api/commands");
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException(to);
        }
        this.token = token;
        this.language = language;
    }

    List<JsonNode> send(List<JsonNode> commands) throws IOException {
        var lines = commands.stream().map(JsonNode::toString).collect(Collectors.joining("\n", "", "\n"));
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .header("Accept-Language", language.getLanguage())
                .POST(BodyPublishers.ofString(lines, StandardCharsets.UTF_8))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new IOException(address + " answered " + response.statusCode() + " " + response.body());
            }
            var answers = response.body().lines().map(line -> Json.mapper().readTree(line)).toList();
            if (answers.size() != commands.size()) {
                throw new IOException(
                        address + " answered " + answers.size() + " of " + commands.size() + " lines");
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static int status(JsonNode answer) {
        return answer.path("status").asInt();
    }

    static boolean accepted(JsonNode answer) {
        return status(answer) / 100 == 2;
    }
}
