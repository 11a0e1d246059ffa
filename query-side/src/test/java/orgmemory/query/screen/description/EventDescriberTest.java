// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;
import orgmemory.access.Sentences;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Event;

/** Every event that there is can be told, in both languages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventDescriberTest {

    private static final Sentences SENTENCES = new Sentences();

    /** Of a correction: where to find what it is about. It stands beside the sentence. */
    private static final Set<String> ADDRESSES = Set.of("eventId", "name");

    static Stream<Class<? extends Event>> events() {
        return Catalogue.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_kind_a_sentence_and_a_look(Class<? extends Event> event) {
        var name = Catalogue.storedAs(event).value();
        for (var language : List.of(Sentences.HEBREW, Sentences.ENGLISH)) {
            assertThat(say("event." + name, language)).isNotEqualTo("event." + name);
            assertThat(SENTENCES.parsed("sentence." + name, language).pieces(Map.of()).getLast().text())
                    .endsWith(".");
        }
        assertThat(SENTENCES.has("look." + name)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("events")
    void both_languages_tell_the_same_fields_and_only_those_of_the_event(Class<? extends Event> event) {
        var name = Catalogue.storedAs(event).value();
        var fields = Arrays.stream(event.getRecordComponents()).map(field -> field.getName()).toList();
        for (var key : List.of("sentence." + name, "sentence." + name + ".short")) {
            if (SENTENCES.has(key)) {
                assertThat(fields(key, Sentences.HEBREW)).isEqualTo(fields(key, Sentences.ENGLISH))
                        .isSubsetOf(fields);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_sentence_that_may_lack_a_field_has_a_shorter_one_without_it(Class<? extends Event> event) {
        var name = Catalogue.storedAs(event).value();
        var optional = Arrays.stream(event.getRecordComponents())
                .filter(field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(field -> field.getName())
                .collect(Collectors.toSet());
        if (fields("sentence." + name, Sentences.ENGLISH).stream().anyMatch(optional::contains)) {
            assertThat(SENTENCES.has("sentence." + name + ".short")).isTrue();
            assertThat(fields("sentence." + name + ".short", Sentences.ENGLISH))
                    .doesNotContainAnyElementsOf(optional);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatever_was_written_is_in_the_sentence_or_has_a_label(Class<? extends Event> event) {
        var sentence = fields("sentence." + Catalogue.storedAs(event).value(), Sentences.ENGLISH);
        var written = Arrays.stream(event.getRecordComponents())
                .filter(field -> field.getType() == String.class || field.getType() == List.class)
                .map(field -> field.getName())
                .filter(field -> !sentence.contains(field))
                .filter(field -> !CorrectionEvent.class.isAssignableFrom(event)
                        || !ADDRESSES.contains(field));
        assertThat(written).allMatch(field -> SENTENCES.has("field." + field));
    }

    @ParameterizedTest
    @MethodSource("events")
    void words_of_enumerations_are_words(Class<? extends Event> event) {
        assertThat(Arrays.stream(event.getRecordComponents())
                .map(field -> field.getType())
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants())
                        .map(word -> "value." + type.getSimpleName() + "." + word)))
                .allMatch(SENTENCES::has);
    }

    @Test
    void nothing_is_told_of_events_that_there_are_not() throws IOException {
        var known = events().map(event -> Catalogue.storedAs(event).value()).toList();
        try (var files = Files.walk(Path.of("src/main/resources/orgmemory"))) {
            var told = new TreeSet<String>();
            for (var file : files.filter(each -> each.toString().endsWith(".properties")).toList()) {
                Files.readAllLines(file)
                        .stream()
                        .filter(line -> line.matches("(event|sentence|look)\\..*"))
                        .map(line -> line.replaceAll("^\\w+\\.|(\\.short)? *=.*", ""))
                        .forEach(told::add);
            }
            assertThat(told).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    private static String say(String key, Locale language) {
        return SENTENCES.say(key, List.of(), language);
    }

    private static Set<String> fields(String key, Locale language) {
        return SENTENCES.parsed(key, language).places();
    }
}
