// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The codes of the rules are read out of the sources, so that no refusal goes without its sentence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SentencesTest {

    private static final Path SOURCES = Path.of("src/main/java/orgmemory/command");
    private static final Path WORDS = Path.of("src/main/resources/orgmemory/command");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final String FIELD = ".field";
    private static final Set<String> CREATED = Set.of("institute", "person", "body", "area", "budget-year",
            "line", "round", "cut", "transfer", "consultation", "group", "follow-up");
    private static final Set<String> NAMED = Set.of("person", "body", "area", "manager", "budget-year",
            "line",
            "round", "cut", "transfer", "movement", "consultation", "advice", "group", "membership",
            "follow-up");

    @Test
    void every_code_has_a_sentence_and_every_sentence_a_code() throws IOException {
        var codes = new TreeSet<String>();
        CREATED.forEach(type -> codes.add(type + ".exists"));
        NAMED.forEach(type -> codes.add(type + ".unknown"));
        try (var topics = Files.walk(SOURCES).filter(Files::isDirectory)) {
            for (var topic : topics.filter(SentencesTest::holdsRules).toList()) {
                codes.addAll(codes(topic));
            }
        }
        assertThat(codes).contains("cut.exceeds-free-amount", "record.nothing-changed");

        assertThat(sentences(file -> !isHebrew(file)).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(fields()).isNotEmpty().isSubsetOf(codes);
    }

    @Test
    void each_sentence_is_there_in_hebrew_with_the_same_places() throws IOException {
        var english = sentences(file -> !isHebrew(file));
        var hebrew = sentences(SentencesTest::isHebrew);

        assertThat(hebrew.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var code : english.stringPropertyNames()) {
            assertThat(places(hebrew.getProperty(code))).as(code)
                    .isEqualTo(places(english.getProperty(code)));
        }
    }

    private static Set<String> codes(Path topic) throws IOException {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.list(topic)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }

    private static Set<String> places(String sentence) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentence).results().forEach(found -> places.add(found.group()));
        return places;
    }

    /** The ways in and out have codes of their own, of requests. */
    private static boolean holdsRules(Path path) {
        return !path.toString().matches(".*/(http|wiring)(/.*)?");
    }

    private static boolean isHebrew(Path file) {
        return file.toString().endsWith("_he.properties");
    }

    /** The codes of rules that are about one field of a form: beside their sentence, the same in all languages. */
    private static Set<String> fields() throws IOException {
        var fields = new TreeSet<String>();
        bundles(file -> !isHebrew(file)).stringPropertyNames()
                .stream()
                .filter(key -> key.endsWith(FIELD))
                .forEach(key -> fields.add(key.substring(0, key.length() - FIELD.length())));
        return fields;
    }

    private static Properties sentences(Predicate<Path> language) throws IOException {
        var sentences = bundles(language);
        sentences.keySet().removeIf(key -> key.toString().endsWith(FIELD));
        return sentences;
    }

    /** All bundles of rules of one language together. */
    private static Properties bundles(Predicate<Path> language) throws IOException {
        var properties = new Properties();
        try (var files = Files.walk(WORDS)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> holdsRules(file))
                    .filter(language)
                    .toList()) {
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
            }
        }
        return properties;
    }
}
