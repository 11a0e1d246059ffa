// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.access.WhoMay;
import orgmemory.access.account.Insiders;
import orgmemory.access.server.Patience;
import orgmemory.message.people.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes commands as JSON Lines, strictly in order, and answers each on a line of its own. What is wrong with one line stops
 * no other. Lines that have come while others were committed are decided and committed together; where none waits, what is
 * there is committed. Reading never waits for the answers to be read.
 */
@RestController
final class BatchController {

    private static final int IN_MEMORY = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final BatchDispatcher dispatcher;
    private final Problems problems;
    private final Insiders insiders;

    BatchController(BatchDispatcher dispatcher, Problems problems, Insiders insiders) {
        this.dispatcher = dispatcher;
        this.problems = problems;
        this.insiders = insiders;
    }

    @PostMapping(path = "/api/commands", consumes = {"application/jsonl",
            "application/x-ndjson"}, produces = {
                    "application/jsonl", "application/x-ndjson"})
    void take(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        // Lines may come slowly, and their answers may be left unread for long: a batch under way is waited for.
        Patience.with(request, PATIENCE);
        var languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var sender = new PersonId(request.getUserPrincipal().getName());
        var lines = new Lines(request.getInputStream(), CommandController.MAX_BYTES);
        response.setContentType(request.getContentType());
        response.setCharacterEncoding("UTF-8");
        var target = response.getOutputStream();
        try (var spool = new AnswerSpool(IN_MEMORY)) {
            var batch = new Batch(dispatcher, problems, spool, Sentences.language(languages));
            var decider = Thread.ofVirtual().name("batch-decisions").start(askedBy(sender, batch::decide));
            var writer = Thread.ofVirtual().name("batch-answers").start(() -> spool.writeTo(target));
            try {
                batch.read(lines, sender.subject(), CommandController.language(languages));
            } finally {
                decider.join();
                spool.end();
                writer.join();
            }
            batch.mustBeAnswered();
        }
    }

    /** While a batch is open its sender may be shown out: they are judged anew before each of its parts is decided. */
    private Runnable askedBy(PersonId sender, Runnable work) {
        var asking = WhoMay.ASKING.isBound() ? WhoMay.ASKING.get() : new SessionSender(insiders, sender);
        return () -> ScopedValue.where(WhoMay.ASKING, asking).run(work);
    }
}
