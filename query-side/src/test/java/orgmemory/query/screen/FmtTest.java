// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FmtTest {

    private static final Fmt HEBREW = new Fmt(Locale.of("he"));
    private static final Fmt ENGLISH = new Fmt(Locale.ENGLISH);
    private static final LocalDate DAY = LocalDate.of(2016, 11, 3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"48000000|480,000 ₪|₪480,000", "0|0 ₪|₪0",
            "-4000000|−40,000 ₪|−₪40,000", "1050|10.50 ₪|₪10.50", "-5|−0.05 ₪|−₪0.05"})
    void amounts_are_shekels_with_agorot_only_where_there_are_any(long agorot, String hebrew,
            String english) {
        assertThat(HEBREW.shekels(agorot).replaceAll("[\u200e\u200f]", "").replace('\u00a0', ' '))
                .isEqualTo(hebrew);
        assertThat(ENGLISH.shekels(agorot)).isEqualTo(english);
    }

    @Test
    void hebrew_amounts_say_in_which_direction_they_run() {
        assertThat(HEBREW.shekels(-100)).isEqualTo("\u200f\u200e\u22121\u00a0\u200f\u20aa");
        assertThat(HEBREW.change(100)).isEqualTo("\u200f\u200e+1\u00a0\u200f\u20aa");
    }

    @Test
    void changes_carry_their_sign() {
        assertThat(ENGLISH.change(100)).isEqualTo("+₪1");
        assertThat(ENGLISH.change(-100)).isEqualTo("−₪1");
        assertThat(ENGLISH.change(0)).isEqualTo("₪0");
    }

    @Test
    void days_are_written_as_the_language_writes_them() {
        assertThat(HEBREW.day(DAY)).isEqualTo("3 בנובמבר 2016");
        assertThat(ENGLISH.day(DAY)).isEqualTo("3 November 2016");
        assertThat(HEBREW.shortDay(DAY)).isEqualTo("3 בנובמבר");
    }
}
