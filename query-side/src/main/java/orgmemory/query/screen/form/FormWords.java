// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.query.screen.form.OpenForm.Words;

/**
 * What forms say, by command and field: {@code form.ProposeBudgetCut}, {@code .lead}, {@code .send} and {@code .done}, then
 * {@code field.ProposeBudgetCut.reason}, else {@code field.reason}, and the same with {@code hint}. Of these only the title
 * and a field's label must be there.
 */
@Component
final class FormWords {

    private final Sentences sentences;

    FormWords(Sentences sentences) {
        this.sentences = sentences;
    }

    Words of(String command, Locale language) {
        var title = "form." + command;
        return new Words(say(title, language), optional(title + ".lead", language),
                say(sentences.has(title + ".send") ? title + ".send" : "form.send", language));
    }

    /** The key of what is said when the command was taken. */
    String done(String command) {
        var own = "form." + command + ".done";
        return sentences.has(own) ? own : "form.done";
    }

    /** What a field is called, of a command or of what stands in one. */
    String label(String owner, String field, Locale language) {
        var own = "field." + owner + "." + field;
        return say(sentences.has(own) ? own : "field." + field, language);
    }

    /** What there is to know before a field is filled in; null where nothing is. */
    @Nullable
    String hint(String owner, String field, Locale language) {
        var own = optional("hint." + owner + "." + field, language);
        return own == null ? optional("hint." + field, language) : own;
    }

    String value(Enum<?> word, Locale language) {
        return say("value." + word.getDeclaringClass().getSimpleName() + "." + word.name(), language);
    }

    String say(String key, Locale language, Object... arguments) {
        return sentences.say(key, List.of(arguments), language);
    }

    /** The field that a rule is about, as it stands beside the rule's sentence; null where it is about none. */
    @Nullable
    String fieldOf(String rule) {
        return optional(rule + ".field", Sentences.ENGLISH);
    }

    private @Nullable String optional(String key, Locale language) {
        return sentences.has(key) ? say(key, language) : null;
    }
}
