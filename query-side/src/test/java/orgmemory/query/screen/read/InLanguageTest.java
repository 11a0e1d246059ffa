// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InLanguageTest {

    private static final Locale HEBREW = Locale.of("he");

    @Test
    void of_two_names_each_language_reads_its_own_whichever_was_given_first() {
        assertThat(InLanguage.called("חממה", "Incubator", HEBREW)).isEqualTo("חממה");
        assertThat(InLanguage.called("חממה", "Incubator", Locale.ENGLISH)).isEqualTo("Incubator");
        assertThat(InLanguage.called("Incubator", "חממה", HEBREW)).isEqualTo("חממה");
        assertThat(InLanguage.called("Incubator", "חממה", Locale.ENGLISH)).isEqualTo("Incubator");
    }

    @Test
    void the_one_name_there_is_stands_in_both() {
        assertThat(InLanguage.called("חממה", null, Locale.ENGLISH)).isEqualTo("חממה");
        assertThat(InLanguage.called("Incubator", null, HEBREW)).isEqualTo("Incubator");
        assertThat(InLanguage.called("Incubator", "Hub", HEBREW)).isEqualTo("Incubator");
        assertThat(InLanguage.called(null, null, HEBREW)).isNull();
    }
}
