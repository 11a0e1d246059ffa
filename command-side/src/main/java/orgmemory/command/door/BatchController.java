// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.access.server.Patience;
import orgmemory.command.door.BatchGate.Reply;
import orgmemory.command.door.Lines.Line;
import orgmemory.message.Json;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes commands as JSON Lines, strictly in order, and answers each on a line of its own. What is wrong with one line stops
 * no other. Lines that have come while others were committed are decided and committed together; where none waits, what is
 * there is committed. Reading never waits for the answers to be read.
 */
@RestController
final class BatchController {

    private static final int IN_MEMORY = 1 << 20;
    private static final long WAITING = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final BatchGate gate;
    private final Problems problems;

    BatchController(BatchGate gate, Problems problems) {
        this.gate = gate;
        this.problems = problems;
    }

    @PostMapping(path = "/api/commands", consumes = {"application/jsonl",
            "application/x-ndjson"}, produces = {
                    "application/jsonl", "application/x-ndjson"})
    void take(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        // Lines may come slowly, and their answers may be left unread for long: a batch under way is waited for.
        Patience.with(request, PATIENCE);
        var languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var actor = PersonId.of(request.getUserPrincipal().getName()).subject();
        var lines = new Lines(request.getInputStream(), CommandController.MAX_BYTES);
        response.setContentType(request.getContentType());
        response.setCharacterEncoding("UTF-8");
        var target = response.getOutputStream();
        try (var spool = new AnswerSpool(IN_MEMORY)) {
            var line = next(lines);
            var waiting = new LineQueue(WAITING);
            var language = Sentences.language(languages);
            var decider = Thread.ofVirtual()
                    .name("batch-decisions")
                    .start(() -> decide(waiting, spool, language));
            var writer = Thread.ofVirtual().name("batch-answers").start(() -> spool.writeTo(target));
            try {
                while (line != null && !spool.isGone()) {
                    if (!line.isBlank()) {
                        waiting.add(BatchLine.of(line, actor, languages));
                    }
                    line = next(lines);
                }
            } finally {
                waiting.end();
                decider.join();
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

    /** Decides what has come, as much as there is at a time, and answers it. */
    private void decide(LineQueue waiting, AnswerSpool spool, Locale language) {
        int together = BatchGate.TOGETHER;
        try {
            var lines = waiting.first(together);
            while (!lines.isEmpty() && !spool.isGone()) {
                var replies = gate.answer(lines);
                for (int i = 0; i < replies.size(); i++) {
                    spool.add(bytes(lines.get(i), replies.get(i), language));
                }
                waiting.remove(replies.size());
                // Where others come in between, less is decided in vain.
                together = replies.size() < lines.size()
                        ? Math.max(1, replies.size() / 2)
                        : Math.min(BatchGate.TOGETHER, 2 * together);
                lines = waiting.first(together);
            }
        } catch (IOException noRoom) {
            LOG.warn("The answers to a batch could not be kept: {}", noRoom.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.end();
        }
    }

    private byte[] bytes(BatchLine line, Reply reply, Locale language) {
        var answer = Json.mapper().createObjectNode().put("line", line.number());
        if (reply.refusal() == null) {
            answer.put("status", 200).setAll(Json.mapper().<ObjectNode>valueToTree(reply.answer()));
        } else {
            var problem = problems.of(reply.refusal(), language);
            answer.put("status", problem.status()).set("problem", Json.mapper().valueToTree(problem.body()));
        }
        return (answer + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
