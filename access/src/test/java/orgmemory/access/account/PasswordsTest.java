// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.access.HttpProblem.InvalidField;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {

    private static final SignInName RUTH = SignInName.typed("Ruth Almog of us");

    private final Passwords passwords = new Passwords();

    @Test
    void what_is_kept_is_no_password_and_never_the_same() {
        var kept = passwords.encode("four words are enough");

        assertThat(kept).startsWith("{argon2id}$argon2id$").doesNotContain("words");
        assertThat(passwords.encode("four words are enough")).isNotEqualTo(kept);
        assertThat(passwords.matches("four words are enough", kept)).isTrue();
        assertThat(passwords.matches("four words are enough ", kept)).isFalse();
        assertThat(passwords.matches("Four words are enough", kept)).isFalse();
    }

    @Test
    void the_same_letters_are_the_same_password_on_every_device() {
        var composed = passwords.encode("caf\u00e9 caf\u00e9 caf\u00e9");

        assertThat(passwords.matches("cafe\u0301 cafe\u0301 cafe\u0301", composed)).isTrue();
    }

    @Test
    void where_there_is_no_account_no_password_is_right() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches("x".repeat(1_000_000), null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'',password.short", "nine char,password.short", "RUTH  ALMOG OF US,password.own-name",
            "Password1234,password.common", "1234567890,password.common", "סיסמה12345,password.common"})
    void these_may_not_be(String password, String rule) {
        assertThat(passwords.invalidField("password", password, RUTH)).map(InvalidField::rule).contains(rule);
    }

    @Test
    void nothing_is_asked_of_a_password_but_its_length() {
        assertThat(passwords.invalidField("password", "aaaaaaaaab", RUTH)).isEmpty();
        assertThat(passwords.invalidField("password", "עשר אותיות", RUTH)).isEmpty();
        assertThat(passwords.invalidField("password", "😀".repeat(10), RUTH)).isEmpty();
        assertThat(passwords.invalidField("password", "x".repeat(128), RUTH)).isEmpty();
        assertThat(passwords.invalidField("password", "x".repeat(129), RUTH)).map(InvalidField::rule)
                .contains("password.long");
    }
}
