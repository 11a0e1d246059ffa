// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.command.door.Lines.Line;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes commands as JSON Lines, strictly in order, and answers each on a line of its own. What is wrong with one line stops
 * no other. Reading never waits for the answers to be read.
 */
@RestController
final class BatchController {

    private static final int IN_MEMORY = 1 << 20;

    private final CommandGate gate;
    private final Problems problems;

    BatchController(CommandGate gate, Problems problems) {
        this.gate = gate;
        this.problems = problems;
    }

    @PostMapping(path = "/api/commands", consumes = {"application/jsonl",
            "application/x-ndjson"}, produces = {
                    "application/jsonl", "application/x-ndjson"})
    void take(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var actor = PersonId.of(request.getUserPrincipal().getName()).subject();
        var lines = new Lines(request.getInputStream(), CommandController.MAX_BYTES);
        response.setContentType(request.getContentType());
        response.setCharacterEncoding("UTF-8");
        var target = response.getOutputStream();
        try (var spool = new AnswerSpool(IN_MEMORY)) {
            var line = next(lines);
            var writer = Thread.ofVirtual().name("batch-answers").start(() -> spool.writeTo(target));
            try {
                while (line != null && !spool.isGone()) {
                    if (!line.isBlank()) {
                        spool.add(answer(line, actor, languages));
                    }
                    line = next(lines);
                }
            } finally {
                spool.end();
                writer.join();
            }
        }
    }

    /** Who goes away in the middle of a line has no more lines; what was taken stands. */
    private static @Nullable Line next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException gone) {
            return null;
        }
    }

    private byte[] answer(Line line, Subject actor, @Nullable String languages) {
        var answer = Json.mapper().createObjectNode().put("line", line.number());
        try {
            var taken = gate.issue(asked(line, actor, languages));
            answer.put("status", 200).setAll(Json.mapper().<ObjectNode>valueToTree(taken));
        } catch (RuntimeException refused) {
            var problem = problems.of(refused, Sentences.language(languages));
            answer.put("status", problem.status()).set("problem", Json.mapper().valueToTree(problem.body()));
        }
        return (answer + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Asked asked(Line line, Subject actor, @Nullable String languages) {
        if (line.tooLong()) {
            throw new HttpProblem(413, "request.too-large", CommandController.MAX_BYTES);
        }
        var fields = CommandReader.object(line.bytes());
        var command = text(fields, "command");
        if (command == null) {
            throw HttpProblem.malformed("command", "NotNull");
        }
        // The envelope stands in the body, as in a request of its own, or beside it.
        var body = Asked.object(fields.remove("body"), "body");
        var envelope = body.has("envelope") ? body.remove("envelope") : fields.remove("envelope");
        var asked = new Asked(actor, command, body, Asked.object(envelope, "envelope"),
                text(fields, "idempotencyKey"),
                version(fields.remove("ifMatch")), CommandController.language(languages));
        if (!fields.isEmpty()) {
            throw HttpProblem.malformed(fields.propertyNames().iterator().next(), "unknown-field");
        }
        return asked;
    }

    private static @Nullable String text(ObjectNode fields, String name) {
        var value = fields.remove(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw HttpProblem.malformed(name, "type");
        }
        return value.stringValue();
    }

    private static @Nullable Long version(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return Asked.version(value.stringValue());
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw HttpProblem.malformed("ifMatch", "version");
        }
        return value.longValue();
    }
}
