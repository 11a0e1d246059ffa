// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A rule is worth what it refuses: each code that a command may be refused with stands in a test of that refusal, also the
 * codes {@code <type>.unknown} and {@code <type>.exists}, which are put together from an id's type.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalsTest {

    private static final Pattern CODE = Pattern
            .compile("(?m)^([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*) *=");

    @Test
    void each_rule_has_a_test_of_its_refusal() {
        var tests = Sources.java("test")
                .filter(file -> !file.endsWith("SentencesTest.java"))
                .flatMap(file -> Sources.lines(file).stream())
                .collect(Collectors.joining("\n"));
        var codes = codes();

        assertThat(codes).hasSizeGreaterThan(100);
        assertThat(codes).filteredOn(code -> !isTested(code, tests)).isEmpty();
    }

    /** What is wrong with a field is told, and so tested, without {@code rule.} before it. */
    private static boolean isTested(String code, String tests) {
        return code.startsWith("rule.")
                ? Pattern.compile("assertFlaw\\([^;]*\"" + code.substring("rule.".length()) + "\"\\);")
                        .matcher(tests)
                        .find()
                : tests.contains('"' + code + '"');
    }

    private static Set<String> codes() {
        var codes = new TreeSet<String>();
        Sources.resources("orgmemory/command")
                .filter(file -> file.toString().endsWith(".properties") && !file.toString().contains("_he."))
                .map(file -> String.join("\n", Sources.lines(file)))
                .forEach(text -> CODE.matcher(text).results().forEach(found -> codes.add(found.group(1))));
        return codes;
    }
}
