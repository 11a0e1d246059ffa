// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import orgmemory.access.Problems;
import orgmemory.command.http.BatchDispatcher.Reply;
import orgmemory.command.http.Lines.Line;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A batch under way: one thread reads its lines, another decides what has come and answers it. */
final class Batch {

    private static final long WAITING = 1 << 20;

    private final BatchDispatcher dispatcher;
    private final Problems problems;
    private final AnswerSpool spool;
    private final Locale language;
    private final LineQueue waiting = new LineQueue(WAITING);
    private volatile @Nullable Throwable failure;

    /**
     * @param spool    takes the answers
     * @param language of the answers
     */
    Batch(BatchDispatcher dispatcher, Problems problems, AnswerSpool spool, Locale language) {
        this.dispatcher = dispatcher;
        this.problems = problems;
        this.spool = spool;
        this.language = language;
    }

    /**
     * Reads all lines, for as long as they are answered.
     *
     * @param written the language of their texts, unless an envelope says otherwise
     */
    void read(Lines lines, Subject actor, Language written) throws InterruptedException {
        try {
            var line = next(lines);
            while (line != null && failure == null && !spool.isGone()) {
                if (!line.isBlank()) {
                    waiting.add(BatchLine.of(line, actor, written));
                }
                line = next(lines);
            }
        } finally {
            waiting.end();
        }
    }

    /** Decides what has come, as much as there is at a time, and answers it, up to the end. */
    void decide() {
        int together = BatchDispatcher.TOGETHER;
        try {
            var lines = waiting.first(together);
            while (!lines.isEmpty() && !spool.isGone()) {
                var replies = dispatcher.answer(lines);
                for (int i = 0; i < replies.size(); i++) {
                    spool.add(bytes(lines.get(i), replies.get(i)));
                }
                waiting.remove(replies.size());
                // Where others come in between, less is decided in vain.
                together = replies.size() < lines.size()
                        ? Math.max(1, replies.size() / 2)
                        : Math.min(BatchDispatcher.TOGETHER, 2 * together);
                lines = waiting.first(together);
            }
        } catch (InterruptedException stopped) {
            failure = stopped;
            Thread.currentThread().interrupt();
        } catch (Throwable unanswered) {
            failure = unanswered;
        } finally {
            waiting.end();
        }
    }

    /** @throws IOException where not all lines could be answered: whoever sent them must not take the end for the end */
    void mustBeAnswered() throws IOException {
        if (failure != null) {
            throw new IOException("Not all lines of a batch could be answered", failure);
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

    private byte[] bytes(BatchLine line, Reply reply) {
        var answer = Json.mapper().createObjectNode().put("line", line.number());
        if (reply.refusal() == null) {
            answer.put("status", 200).setAll(Json.mapper().<ObjectNode>valueToTree(reply.answer()));
        } else {
            var problem = problems.of(reply.refusal(), language);
            answer.put("status", problem.status()).set("problem", problem.body());
        }
        return (answer + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
