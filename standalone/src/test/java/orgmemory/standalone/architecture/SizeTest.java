// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Past one of these limits a word is missing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizeTest {

    private static final int CLASS_LINES = 200;

    /** A test that lists cases may be longer than what it tests. */
    private static final int TEST_LINES = 250;

    private static final int COLUMNS = 110;

    /** The formatter wraps code; comments and short texts may be a little wider where pieces would read worse. */
    private static final int COLUMNS_OF_TEXT = 127;

    private static final int PACKAGE_FILES = 25;

    @Test
    void no_file_is_longer_than_a_class_may_be() {
        assertThat(Sources.java("main")).isNotEmpty().filteredOn(file -> lines(file) > CLASS_LINES).isEmpty();
        assertThat(Sources.java("test")).isNotEmpty().filteredOn(file -> lines(file) > TEST_LINES).isEmpty();
    }

    @Test
    void no_line_is_wider_than_a_screen_shows() {
        assertThat(all()).isNotEmpty();
        assertThat(all().flatMap(SizeTest::wide)).isEmpty();
    }

    @Test
    void no_package_holds_more_files_than_a_reader_takes_in() {
        Map<Path, Long> files = Sources.java("main")
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(Path::getParent, counting()));
        assertThat(files).isNotEmpty();
        assertThat(files.entrySet()).filteredOn(entry -> entry.getValue() > PACKAGE_FILES).isEmpty();
    }

    @Test
    void every_file_names_its_licence() {
        assertThat(all()).allMatch(file -> Sources.lines(file)
                .getFirst()
                .equals("// SPDX-License-Identifier: Apache-2.0"));
    }

    /** Texts between triple quotes are as wide as what they quote. */
    private static Stream<String> wide(Path file) {
        var wide = Stream.<String>builder();
        boolean quoted = false;
        for (var line : Sources.lines(file)) {
            if (!quoted && line.codePointCount(0, line.length()) > columns(line)) {
                wide.add(file.getFileName() + ": " + line);
            }
            quoted ^= line.split("\"\"\"", -1).length % 2 == 0;
        }
        return wide.build();
    }

    private static int columns(String line) {
        var comment = Stream.of("*", "/*", "//").anyMatch(line.strip()::startsWith);
        return comment || line.contains("\"") ? COLUMNS_OF_TEXT : COLUMNS;
    }

    /** What a reader reads: licence, package and imports are passed over. */
    private static long lines(Path file) {
        return Sources.lines(file)
                .stream()
                .dropWhile(line -> line.isBlank() || line.startsWith("//") || line.startsWith("package ")
                        || line.startsWith("import "))
                .count();
    }

    private static Stream<Path> all() {
        return Stream.concat(Sources.java("main"), Sources.java("test"));
    }
}
