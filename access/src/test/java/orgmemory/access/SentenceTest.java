// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.access.Sentence.Piece;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentenceTest {

    @Test
    void counts_as_the_language_does() {
        var english = new Sentence("{0, plural, =0 {no lines} one {# line} other {# lines}}",
                Sentences.ENGLISH);
        assertThat(english.say(0)).isEqualTo("no lines");
        assertThat(english.say(1)).isEqualTo("1 line");
        assertThat(english.say(1_200)).isEqualTo("1,200 lines");
        var hebrew = new Sentence("{0, plural, one {סעיף אחד} two {שני סעיפים} other {# סעיפים}}",
                Sentences.HEBREW);
        assertThat(hebrew.say(1)).isEqualTo("סעיף אחד");
        assertThat(hebrew.say(2)).isEqualTo("שני סעיפים");
        assertThat(hebrew.say(11)).isEqualTo("11 סעיפים");
        assertThat(hebrew.counts(0)).isTrue();
        assertThat(hebrew.counts(1)).isFalse();
    }

    @Test
    void an_apostrophe_is_an_apostrophe() {
        assertThat(new Sentence("somebody else's {0}", Sentences.ENGLISH).say("line's {1}"))
                .isEqualTo("somebody else's line's {1}");
    }

    @Test
    void a_place_without_a_value_stays_as_it_is_written() {
        assertThat(new Sentence("{0} and {1}", Sentences.ENGLISH).say("one")).isEqualTo("one and {1}");
    }

    @Test
    void falls_into_words_and_values() {
        var sentence = new Sentence("{who} offered {amount}{to}.", Sentences.ENGLISH);
        assertThat(sentence.places()).containsExactlyInAnyOrder("who", "amount", "to");
        assertThat(sentence.pieces(Map.of("who", "Shira", "amount", "₪5", "to", "Amir"))).containsExactly(
                new Piece("Shira", "who"), new Piece(" offered ", null), new Piece("₪5", "amount"),
                new Piece("Amir", "to"), new Piece(".", null));
    }

    @Test
    void a_text_that_breaks_the_rules_is_refused() {
        assertThatThrownBy(() -> new Sentence("{0, plural, one {x}}", Sentences.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
