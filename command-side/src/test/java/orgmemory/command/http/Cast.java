// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import orgmemory.access.account.Tokens;
import orgmemory.command.Capacities;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Those who ask: K keeps the memory and stewards the budget, N has no role. Each asks over HTTP, in English. */
class Cast {

    private final CommandDispatcher dispatcher;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokenOf = new HashMap<>();
    private int port;

    Cast(CommandDispatcher dispatcher, Tokens tokens) {
        this.dispatcher = dispatcher;
        this.tokens = tokens;
    }

    @EventListener
    void opened(ServletWebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
        joins("K");
        joins("N");
        for (var role : new String[] {"MEM", "BST"}) {
            asService("GrantRole", "{'personId':'K','role':'%s'}".formatted(role), "cast " + role);
        }
    }

    /** Makes a person known, who may then ask here; on one database any number of times. */
    void joins(String person) {
        asService("RegisterPerson", "{'personId':'%s','name':'Somebody'}".formatted(person),
                "cast " + person);
        tokenOf.put(person, tokens.issue(new PersonId(person), "test"));
    }

    /** Issues a command as the service itself, in this process. */
    CommandAnswer asService(String command, String body) {
        return asService(command, body, null);
    }

    CommandAnswer asService(String command, String body, @Nullable String key) {
        return dispatcher.issue(new CommandRequest(Capacities.SERVICE, command, (ObjectNode) json(body),
                Json.mapper().createObjectNode(), key, null, Language.en));
    }

    String token(String person) {
        return String.valueOf(tokenOf.get(person));
    }

    int port() {
        return port;
    }

    /** K posts a command; quotes may be single. Headers are names and values in turn. */
    HttpResponse<String> post(String command, String body, String... headers) {
        return send(request("K", "/api/commands/" + command, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    HttpResponse<String> postBytes(String path, String type, BodyPublisher body, String... headers) {
        return send(request("K", path, headers).header("Content-Type", type).POST(body));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request("K", path, headers).GET());
    }

    /** A request in English, with the token of a person; of none where the person is "". */
    HttpRequest.Builder request(String person, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        request.setHeader("Accept-Language", "en");
        if (!person.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token(person));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    static JsonNode json(String text) {
        return Json.mapper().readTree(text.replace('\'', '"'));
    }
}
