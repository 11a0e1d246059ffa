// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.access.Sentence;
import orgmemory.access.Sentences;

/** Whatever is said to people is said in both languages, about the same things. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundlesTest {

    private static final Pattern NAMED = Pattern.compile("#\\{([\\w.-]+)[}(]");
    private static final Pattern HEBREW = Pattern.compile("\\p{IsHebrew}");

    /** Offers the other language in that language's own words. */
    private static final Set<String> IN_THE_OTHER_LANGUAGE = Set.of("screen.language");

    /** Tells nobody anything: what the programs of the database hash to. */
    private static final String CHECKSUMS = "/postgres/";

    /** How an event looks is the same in all languages, and stands in the file that all fall back on. */
    private static final String LOOK = "look.";

    @Test
    void every_sentence_is_written_in_both_languages() {
        assertThat(bundles()).hasSizeGreaterThan(5).allSatisfy((english, hebrew) -> {
            assertThat(hebrew).as("%s in Hebrew", english).exists();
            assertThat(sentences(hebrew).keySet()).as("%s", english)
                    .containsExactlyElementsOf(sentences(english).keySet()
                            .stream()
                            .filter(key -> !key.startsWith(LOOK))
                            .toList());
            assertThat(sentences(hebrew).entrySet()).as("%s", hebrew)
                    .allMatch(sentence -> IN_THE_OTHER_LANGUAGE.contains(sentence.getKey())
                            || HEBREW.matcher(sentence.getValue()).find());
        });
    }

    @Test
    void both_languages_speak_of_the_same_things_in_sentences_that_can_be_read() {
        assertThat(bundles()).allSatisfy((english, hebrew) -> sentences(english).forEach((key, sentence) -> {
            var translation = sentences(hebrew).getOrDefault(key, sentence);
            assertThat(new Sentence(translation, Sentences.HEBREW).places())
                    .as("%s: %s", english.getFileName(), key)
                    .isEqualTo(new Sentence(sentence, Sentences.ENGLISH).places());
            assertThat(Stream.of(sentence, translation)).as("plural, not choice: %s", key)
                    .noneMatch(text -> text.contains(",choice,"));
        }));
    }

    @Test
    void no_sentence_is_written_twice_in_a_file_or_left_empty() {
        assertThat(bundles()).allSatisfy((english, hebrew) -> {
            for (var file : new Path[] {english, hebrew}) {
                var keys = Sources.lines(file)
                        .stream()
                        .filter(line -> line.matches("[\\w.:-]+ *=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip());
                assertThat(keys).as("%s", file).doesNotHaveDuplicates();
                assertThat(sentences(file).values()).as("%s", file).noneMatch(String::isBlank);
            }
        });
    }

    @Test
    void every_sentence_that_a_page_names_is_written() throws IOException {
        var written = bundles().keySet()
                .stream()
                .flatMap(file -> sentences(file).keySet().stream())
                .collect(Collectors.toSet());
        try (var files = Files.walk(Sources.root().resolve("query-side/src/main/resources/templates"))) {
            var templates = files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates).isNotEmpty()
                    .allSatisfy(template -> assertThat(named(template))
                            .as("%s", template)
                            .isSubsetOf(written));
        }
    }

    private static Set<String> named(Path template) {
        return NAMED.matcher(String.join("\n", Sources.lines(template)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean isHebrew(Path file) {
        return file.toString().endsWith("_he.properties");
    }

    /** Each English bundle with the place of its Hebrew one. */
    private static Map<Path, Path> bundles() {
        var bundles = new LinkedHashMap<Path, Path>();
        Sources.resources("orgmemory")
                .filter(file -> file.toString().endsWith(".properties") && !isHebrew(file)
                        && !file.toString().contains(CHECKSUMS))
                .forEach(file -> bundles.put(file, file.resolveSibling(
                        file.getFileName().toString().replace(".properties", "_he.properties"))));
        return bundles;
    }

    private static Map<String, String> sentences(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sentences = new TreeMap<String, String>();
        properties.forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
        // Beside a rule's sentence stands the field that it is about: no word of any language.
        sentences.keySet().removeIf(key -> key.endsWith(".field"));
        return sentences;
    }
}
