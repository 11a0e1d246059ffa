// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The codes of the rules are read out of the sources, so that no refusal goes without its sentence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SentencesTest {

    private static final Path SOURCES = Path.of("src/main/java/orgmemory/command");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Set<String> CREATED = Set.of("institute", "person", "body", "area", "budget-year",
            "line", "round", "cut", "transfer");
    private static final Set<String> NAMED = Set.of("person", "body", "area", "manager", "budget-year",
            "line",
            "round", "cut", "transfer", "movement");

    @Test
    void every_code_has_a_sentence_and_every_sentence_a_code() throws IOException {
        var codes = new TreeSet<String>();
        CREATED.forEach(type -> codes.add(type + ".exists"));
        NAMED.forEach(type -> codes.add(type + ".unknown"));
        for (var topic : new String[] {".", "people", "budget", "register"}) {
            codes.addAll(codes(SOURCES.resolve(topic)));
        }
        assertThat(codes).contains("cut.exceeds-free-amount", "record.nothing-changed");

        assertThat(sentences("command.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void each_sentence_is_there_in_hebrew_with_the_same_places() throws IOException {
        var english = sentences("command.properties");
        var hebrew = sentences("command_he.properties");

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

    private static Properties sentences(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", name))) {
            properties.load(reader);
        }
        return properties;
    }
}
