// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a bundle in one language, written in ICU's message format
 * (<a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">its user guide</a>): places for values are
 * {@code {0}} or {@code {field}}, and {@code {0, plural, =0 {none} one {# line} other {# lines}}} counts as the language does.
 */
public final class Sentence {

    /**
     * A piece of a sentence.
     *
     * @param text  as it is said
     * @param field whose value it is; null for words of the sentence itself
     */
    public record Piece(String text, @Nullable String field) {
    }

    private final MessageFormat format;
    private final Set<String> counted = new HashSet<>();

    /** @throws IllegalArgumentException where the text breaks the rules of the format */
    public Sentence(String text, Locale language) {
        this.format = new MessageFormat(text, language);
        var pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                counted.add(pattern.getSubstring(pattern.getPart(i + 1)));
            }
        }
    }

    /** The names or numbers of its places. */
    public Set<String> places() {
        return Set.copyOf(format.getArgumentNames());
    }

    /** Whether the value of a place is counted: it has to be a number. */
    boolean counts(int place) {
        return counted.contains(String.valueOf(place));
    }

    /** The sentence with values in its numbered places; a place for which there is none stays as it is written. */
    String say(@Nullable Object... values) {
        return ownFormat().format(values);
    }

    /** The sentence in pieces, so that each value can be shown in its own way. */
    public List<Piece> pieces(Map<String, String> values) {
        var said = ownFormat().formatToCharacterIterator(values);
        var pieces = new ArrayList<Piece>();
        while (said.getIndex() < said.getEndIndex()) {
            pieces.add(piece(said));
        }
        return pieces;
    }

    private static Piece piece(AttributedCharacterIterator said) {
        var field = said.getAttribute(MessageFormat.Field.ARGUMENT);
        int end = said.getRunLimit(MessageFormat.Field.ARGUMENT);
        var text = new StringBuilder();
        for (char c = said.current(); said.getIndex() < end && c != CharacterIterator.DONE; c = said.next()) {
            text.append(c);
        }
        return new Piece(text.toString(), field == null ? null : field.toString());
    }

    /** A format cannot be used by two at once. */
    private MessageFormat ownFormat() {
        return format.clone();
    }
}
