// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orgmemory.message.Catalogue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The pages that people read keep up with the code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    /** Endings that a word may lose before it is looked up: accepted is found at accept, shares at share. */
    private static final List<String> ENDINGS = List.of("", "s", "d", "ed", "n", "ted", "ment", "able",
            "ability");

    @Test
    void every_link_leads_somewhere() throws IOException {
        try (var docs = Files.walk(Sources.root().resolve("docs"))) {
            var pages = Stream.concat(Stream.of("README.md", "CHANGELOG.md").map(Sources.root()::resolve),
                    docs.filter(page -> page.toString().endsWith(".md"))).toList();
            assertThat(pages).hasSizeGreaterThan(5);
            assertThat(pages.stream().flatMap(PagesTest::links)).isNotEmpty()
                    .allSatisfy(link -> assertThat(link)
                            .exists());
        }
    }

    @Test
    void every_word_of_a_message_stands_in_the_glossary() throws IOException {
        var glossary = Files.readString(Sources.root().resolve("docs/glossary.md")).toLowerCase(Locale.ROOT);
        var words = Stream.concat(Catalogue.commands(), Catalogue.events())
                .flatMap(message -> Arrays.stream(message.getSimpleName().split("(?=[A-Z])", -1)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct();
        assertThat(words).isNotEmpty()
                .allMatch(word -> ENDINGS.stream()
                        .anyMatch(ending -> word.endsWith(ending)
                                && Pattern.compile("\\b" + word.substring(0, word.length() - ending.length()))
                                        .matcher(glossary)
                                        .find()));
    }

    private static Stream<Path> links(Path page) {
        var text = String.join("\n", Sources.lines(page));
        return LINK.matcher(text).results().map(link -> page.resolveSibling(link.group(1)).normalize());
    }
}
