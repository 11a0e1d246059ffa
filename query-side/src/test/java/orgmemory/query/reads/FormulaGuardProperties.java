// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing in a file is run, and everything in it can be read as it was written. */
class FormulaGuardProperties {

    private static final String RUN = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    @Property
    void a_text_is_read_back_as_it_was(@ForAll("texts") String text) {
        assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(text))).isEqualTo(text);
    }

    @Property
    void what_begins_as_a_formula_begins_with_an_apostrophe(@ForAll("formulas") String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    }

    @Property
    void words_stay_as_they_are(@ForAll("words") String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(RUN + "'\"\u200f\u2068 \u00a0a\u05d01,;")
                .ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> formulas() {
        var before = Arbitraries.strings().withChars(" \u00a0\u200f\u2068\"'").ofMaxLength(3);
        return Combinators.combine(before, Arbitraries.chars().with(RUN), texts())
                .as((spaces, sign, rest) -> spaces + sign + rest);
    }

    @Provide
    Arbitrary<String> words() {
        return Combinators.combine(Arbitraries.chars().with("a1\u05d0(,;"), texts())
                .as((letter, rest) -> letter + rest);
    }
}
