// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.access.HttpProblem.InvalidField;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ruth almog", "  Ruth   Almog ", "RUTH\u00a0ALMOG", "\u200fruth almog\u200e",
            "\uff32\uff55\uff54\uff48 Almog", "ruth\talmog"})
    void however_it_is_typed_it_is_the_same_name(String typed) {
        assertThat(SignInName.typed(typed).key()).isEqualTo("ruth almog");
    }

    @Test
    void letters_with_two_small_forms_are_one() {
        assertThat(SignInName.typed("ΟΔΟΣ").key()).isEqualTo(SignInName.typed("οδος").key());
        assertThat(SignInName.typed("straße").key()).isEqualTo(SignInName.typed("STRASSE").key());
        assertThat(SignInName.typed("רות").key()).isNotEqualTo(SignInName.typed("רותי").key());
    }

    @Test
    void it_is_shown_as_its_owner_wrote_it() {
        assertThat(SignInName.typed(" Ruth  Almog\u200f").shown()).isEqualTo("Ruth Almog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"רות אלמוג", "ראמי ח'ורי", "r.almog@example.org", "נוער־1", "李明"})
    void names_of_any_script_may_be(String typed) {
        assertThat(SignInName.typed(typed).invalidField()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',NotBlank", "' \u200f ',NotBlank", "r,Size.min", "<b>ruth</b>,sign-in-name",
            "a/b,sign-in-name",
            "ruth\u202ealmog;,sign-in-name"})
    void others_may_not(String typed, String rule) {
        assertThat(SignInName.typed(typed).invalidField()).map(InvalidField::rule).contains(rule);
    }

    @Test
    void whatever_length_is_typed_only_a_name_is_looked_at() {
        var endless = "א".repeat(5_000_000);
        assertThat(SignInName.typed(endless).invalidField()).map(InvalidField::rule).contains("Size.max");
        assertThat(SignInName.typed(endless).key().length()).isLessThan(2_000);
    }
}
