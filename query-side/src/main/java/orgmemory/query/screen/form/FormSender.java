// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.access.CommandClient;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problem;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/** Sends forms to the side that decides, and waits until the memory shows what came of them. */
@Component
public final class FormSender {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SERVER_ERROR = 500;

    private final ObjectProvider<CommandClient> commands;
    private final Problems problems;
    private final Sentences words;
    private final Memory memory;

    FormSender(ObjectProvider<CommandClient> commands, Problems problems, Sentences words, Memory memory) {
        this.commands = commands;
        this.problems = problems;
        this.words = words;
        this.memory = memory;
    }

    /** A new body to fill with a command's fields. */
    public static ObjectNode body() {
        return Json.mapper().createObjectNode();
    }

    /** Fills in an amount that was typed in shekels; what is no amount is refused beside all else that is wrong. */
    public static void amount(ObjectNode body, Form form, String field) {
        body.put(field, Shekels.agorot(form.value(field)).orElse(0L));
    }

    private static boolean isNoAmount(String field, Form form) {
        return field.endsWith("Agorot") && Shekels.agorot(form.value(field)).isEmpty();
    }

    /**
     * Asks for a command as the reader of the page.
     *
     * @param form what was typed; its field {@code version}, where it has one, is what the reader saw
     * @return the form to show again, saying what is wrong; empty where the command was taken
     */
    public Optional<Form> send(Page page, String command, ObjectNode body, Form form) {
        return send(page, command, body, form, Refusals.PLAIN);
    }

    /** The same, with the topic's own way to tell what rules refuse. */
    public Optional<Form> send(Page page, String command, ObjectNode body, Form form, Refusals told) {
        try {
            if (page.past()) {
                throw new Rejected("form.only-now");
            }
            var reader = page.reader();
            if (reader == null) {
                throw new HttpProblem(401, "status.401");
            }
            var taken = client().issue(reader.id(), command, body, page.language(), form.key(),
                    version(form));
            if (taken.after() != null) {
                // Where the memory is slower than this, the page shows it a moment later by itself.
                var _ = memory.awaitEvent(taken.after(), PATIENCE);
            }
            return Optional.empty();
        } catch (RuntimeException refusal) {
            return Optional.of(again(problems.of(told.named(refusal), page.language()), form, told, page));
        }
    }

    /**
     * Where to go after a command was taken: the page, which says so once. Its address says which form was sent, for else
     * another request for the page, as of one that is open and live, could take the message away.
     *
     * @param message key of the sentence
     */
    public static String done(String target, String message, Form form, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        next.addAttribute("sent", form.key());
        return "redirect:" + target;
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

    private Form again(Problem problem, Form form, Refusals told, Page page) {
        var wrong = new LinkedHashMap<String, String>();
        problem.errors().forEach(error -> wrong.putIfAbsent(error.field(), error.message()));
        var field = told.fields().get(problem.code());
        if (field != null) {
            wrong.put(field, problem.detail());
        }
        wrong.replaceAll((name, message) -> isNoAmount(name, form)
                ? words.say(form.value(name).isBlank() ? "rule.NotNull" : "rule.amount", List.of(),
                        page.language())
                : message);
        var whole = problem.status() >= SERVER_ERROR || wrong.isEmpty() ? problem.detail() : null;
        return form.refused(wrong, whole, problem.status());
    }
}
