// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import java.time.LocalDate;
import java.util.function.Supplier;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problem;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.command.Capacities;
import orgmemory.command.http.CommandDispatcher;
import orgmemory.command.http.CommandRequest;
import orgmemory.journal.Journal;
import orgmemory.message.Command;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.automation.FollowUpMessages.RecordRefusedFollowUp;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issues what follows, once: under one key, so that a repeat after an interruption, or another process, changes nothing. What
 * a rule stands against is recorded instead, and not tried again.
 */
public final class FollowUpDispatcher {

    private static final int OUTAGE = 500;

    private final CommandDispatcher dispatcher;
    private final Journal journal;
    private final Problems problems;
    private final Supplier<LocalDate> today;

    /** @param today the present day in the institute's time zone */
    public FollowUpDispatcher(CommandDispatcher dispatcher, Journal journal, Problems problems,
            Supplier<LocalDate> today) {
        this.dispatcher = dispatcher;
        this.journal = journal;
        this.problems = problems;
        this.today = today;
    }

    /**
     * Issues it, unless that was done before.
     *
     * @throws RuntimeException where it has no answer at present and is to be tried again
     */
    void issue(FollowUp followUp) {
        if (isRefused(followUp)) {
            return;
        }
        try {
            dispatcher.issue(request(followUp, followUp.command(), followUp.key()));
        } catch (Rejected refusal) {
            // Issued on another day, or for another reason, it has been issued all the same.
            if (!refusal.code().equals(CommandRequest.OTHER_BODY)) {
                refuse(followUp, refusal);
            }
        } catch (HttpProblem problem) {
            if (problem.status() >= OUTAGE) {
                throw problem;
            }
            refuse(followUp, problem);
        }
    }

    private boolean isRefused(FollowUp followUp) {
        return journal.lastSequence(followUp.id().subject()).isPresent();
    }

    private void refuse(FollowUp followUp, RuntimeException refusal) {
        var hebrew = problems.of(refusal, Sentences.HEBREW);
        var record = new RecordRefusedFollowUp(followUp.id(), followUp.command().entity(),
                followUp.automation(), followUp.command().getClass().getSimpleName(), hebrew.code(),
                sentence(hebrew), sentence(problems.of(refusal, Sentences.ENGLISH)));
        dispatcher.issue(request(followUp, record, followUp.key() + "/refused"));
    }

    /** With what is wrong with each field, where that was the refusal. */
    private static String sentence(Problem problem) {
        var sentence = new StringBuilder(problem.detail());
        problem.errors()
                .forEach(error -> sentence.append(' ')
                        .append(error.field())
                        .append(": ")
                        .append(error.message()));
        return sentence.toString();
    }

    private CommandRequest request(FollowUp followUp, Command command, String key) {
        ObjectNode body = Json.mapper().valueToTree(command);
        var envelope = Json.mapper().createObjectNode().put("occurredOn", day(followUp, command).toString());
        if (followUp.story() != null) {
            envelope.put("story", followUp.story().toString());
        }
        return new CommandRequest(Capacities.SERVICE, command.getClass().getSimpleName(), body, envelope, key,
                null, Language.he, followUp.causation());
    }

    /** The cause's day, unless the stream has gone on since. */
    private LocalDate day(FollowUp followUp, Command command) {
        var now = today.get();
        var latest = journal.latestDay(command.stream())
                .filter(last -> last.isAfter(followUp.day()))
                .orElse(followUp.day());
        return latest.isAfter(now) ? now : latest;
    }
}
