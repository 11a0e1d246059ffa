// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void each_key_has_a_sentence_in_both_languages() throws IOException {
        var english = bundle("orgmemory/access/access.properties");
        var hebrew = bundle("orgmemory/access/access_he.properties");

        assertThat(hebrew.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        assertThat(hebrew.values()).allMatch(sentence -> sentence.toString().matches("(?s).*[א-ת].*"));
    }

    @Test
    void the_readers_first_known_language_counts_and_hebrew_where_there_is_none() {
        assertThat(Sentences.language(null)).isEqualTo(Sentences.HEBREW);
        assertThat(Sentences.language("ar, en-GB;q=0.8, he;q=0.3")).isEqualTo(Sentences.ENGLISH);
        assertThat(Sentences.language("he-IL")).isEqualTo(Sentences.HEBREW);
        assertThat(Sentences.language("fr")).isEqualTo(Sentences.HEBREW);
        assertThat(Sentences.language(";;;q=x")).isEqualTo(Sentences.HEBREW);
    }

    @Test
    void longs_are_amounts_and_ints_are_counts() {
        assertThat(oneOf(12_345_650L, Sentences.ENGLISH)).isEqualTo("must be one of ₪123,456.50");
        assertThat(oneOf(12_345_600L, Sentences.ENGLISH)).isEqualTo("must be one of ₪123,456");
        assertThat(oneOf(12_345_600L, Sentences.HEBREW)).contains("123,456").contains("₪");
        assertThat(oneOf(12_345_600, Sentences.ENGLISH)).isEqualTo("must be one of 12345600");
    }

    @Test
    void days_are_written_out() {
        var day = LocalDate.of(2016, 11, 30);
        assertThat(oneOf(day, Sentences.ENGLISH)).isEqualTo("must be one of 30 November 2016");
        assertThat(oneOf(day, Sentences.HEBREW)).endsWith(" 30 בנובמבר 2016");
    }

    @Test
    void what_nobody_has_written_is_said_by_its_key() {
        assertThat(sentences.say("nobody.{0}.wrote", List.of(1), Sentences.HEBREW))
                .isEqualTo("nobody.{0}.wrote");
    }

    private String oneOf(Object value, Locale language) {
        return sentences.say("rule.one-of", List.of(value), language);
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
