// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import orgmemory.access.CommandClient;
import orgmemory.access.HttpProblem;
import orgmemory.message.Rejected;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.read.OncePerRequest;
import tools.jackson.databind.node.ObjectNode;

/** Sends forms to the side that decides, and waits until the memory shows what came of them. */
@Component
final class FormSender {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectProvider<CommandClient> commands;
    private final ObjectProvider<SpecialForm> special;
    private final Refusals refusals;
    private final Memory memory;

    FormSender(ObjectProvider<CommandClient> commands, ObjectProvider<SpecialForm> special, Refusals refusals,
            Memory memory) {
        this.commands = commands;
        this.special = special;
        this.refusals = refusals;
        this.memory = memory;
    }

    /**
     * Asks for the command as the reader of the page.
     *
     * @return the form to show again, saying what is wrong; empty where the command was taken
     */
    Optional<Draft> send(Draft draft) {
        var page = draft.page();
        try {
            if (page.past()) {
                throw new Rejected("form.only-now");
            }
            var reader = page.reader();
            if (reader == null) {
                throw new HttpProblem(401, "status.401");
            }
            var taken = client().issue(reader.id(), draft.command().getSimpleName(), body(draft),
                    page.language(),
                    draft.form().key(), version(draft.form()));
            if (taken.after() != null) {
                // Where the memory is slower than this, the page shows it a moment later by itself.
                var _ = memory.awaitEvent(taken.after(), PATIENCE);
            }
            return Optional.empty();
        } catch (RuntimeException refusal) {
            OncePerRequest.forget();
            return Optional.of(draft.with(refusals.refused(refusal, draft)));
        }
    }

    private ObjectNode body(Draft draft) {
        var body = FormBody.of(CommandFields.of(draft.command()), draft.whole(), "");
        var said = WhenAndForWhom.isFor(draft.command())
                ? WhenAndForWhom.chosen(draft.form().typed(), draft.page(), draft.command())
                : Map.<String, String>of();
        if (!said.isEmpty()) {
            body.set("envelope", FormBody.of(WhenAndForWhom.fields(draft.command()), draft.form().with(said),
                    WhenAndForWhom.PREFIX));
        }
        SpecialForm.of(draft.command(), special)
                .forEach(topic -> topic.complete(draft, body));
        return body;
    }

    private CommandClient client() {
        return commands.stream()
                .findFirst()
                .orElseThrow(() -> HttpProblem.later("screen.only-reads", 60));
    }

    private static @Nullable Long version(Form form) {
        var typed = form.value("version");
        try {
            return typed.isEmpty() ? null : Long.valueOf(typed);
        } catch (NumberFormatException forged) {
            throw HttpProblem.malformed("version", "whole-number");
        }
    }
}
