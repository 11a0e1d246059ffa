// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentencesTest {

    @Test
    void each_sentence_of_the_reads_stands_in_both_languages() throws IOException {
        var english = bundle("orgmemory/query/reads/reads.properties");
        var hebrew = bundle("orgmemory/query/reads/reads_he.properties");

        assertThat(hebrew.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        assertThat(hebrew.values()).allMatch(sentence -> sentence.toString().matches("(?s).*[א-ת].*"));
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        var file = Objects.requireNonNull(SentencesTest.class.getClassLoader().getResourceAsStream(name));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
