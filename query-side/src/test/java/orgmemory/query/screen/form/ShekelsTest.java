// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShekelsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"40000|4000000", "40,000|4000000", "₪40,000|4000000",
            "40,000 ₪|4000000", "1,234,567.89|123456789", "0.5|50", "-3|-300", "−3|-300",
            "\u200f7\u200f|700", "\u2066-\u200e1,000\u2069|-100000", "\ufeff\u202a12.30\u202c|1230",
            "\u00007\u0007|700", "\u20091\u202f234|123400"})
    void amounts_are_read_as_people_type_them(String typed, long agorot) {
        assertThat(Shekels.agorot(typed)).contains(agorot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forty", "4,00", "1.234", "1e3", "--1", "40000000000000000", "0x10", "١٢"})
    void what_is_no_amount_is_none(String typed) {
        assertThat(Shekels.agorot(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4000000,40000", "50,0.5", "0,0", "-300,-3"})
    void an_amount_begins_a_form_as_it_would_be_typed(long agorot, String typed) {
        assertThat(Shekels.typed(agorot)).isEqualTo(typed);
        assertThat(Shekels.agorot(typed)).contains(agorot);
    }
}
