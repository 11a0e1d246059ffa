// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.access.Sentences;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.query.screen.form.Field.Kind;

/** A new command has a form as soon as it has words: this says which are missing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormWordsTest {

    private final Sentences sentences = new Sentences();

    static Stream<Class<? extends Command>> commands() {
        return Catalogue.commands().filter(Forms::hasForm);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_and_each_of_its_fields_have_words(Class<? extends Command> command) {
        var name = command.getSimpleName();
        assertThat(sentences.has("form." + name)).as("form." + name).isTrue();
        CommandFields.of(command)
                .stream()
                .filter(field -> !field.is(Kind.NEW_ID))
                .forEach(field -> hasWords(name, field));
    }

    @Test
    void when_and_for_whom_has_words() {
        WhenAndForWhom.fields().forEach(field -> hasWords("envelope", field));
    }

    private void hasWords(String owner, Field field) {
        assertThat(Stream.of("field." + owner + "." + field.name(), "field." + field.name()))
                .as("field.%s.%s", owner, field.name())
                .anyMatch(sentences::has);
        if (field.is(Kind.CHOICE)) {
            for (var word : List.of(field.type().getEnumConstants())) {
                var key = "value." + field.type().getSimpleName() + "." + ((Enum<?>) word).name();
                assertThat(sentences.has(key)).as(key).isTrue();
            }
        }
        if (field.is(Kind.LIST) && !field.ofPlainParts()) {
            field.parts().forEach(part -> hasWords(field.type().getSimpleName(), part));
        }
    }
}
