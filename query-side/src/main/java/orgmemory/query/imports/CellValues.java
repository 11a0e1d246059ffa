// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.message.Texts;
import orgmemory.query.imports.ImportFields.ImportField;
import org.jspecify.annotations.Nullable;

/** Makes of a cell's text what a field holds, as JSON writes it. Texts stay as they are, without spaces around them. */
final class CellValues {

    private final Sentences sentences;
    private final WrittenAmounts.Unit unit;
    private final Map<Class<?>, Map<String, String>> words = new HashMap<>();

    CellValues(Sentences sentences, WrittenAmounts.Unit unit) {
        this.sentences = sentences;
        this.unit = unit;
    }

    /**
     * A value, or the rule that the text breaks.
     *
     * @param json a Long or a String; null where there is none
     * @param rule under {@code import.row.} in the bundles; null where it is right
     */
    record Value(@Nullable Object json, @Nullable String rule) {

        private static Value of(Optional<?> found, String rule) {
            return found.isPresent() ? new Value(found.get(), null) : new Value(null, rule);
        }
    }

    Value of(ImportField field, String text) {
        var type = field.type();
        if (field.isAmount()) {
            var amount = WrittenAmounts.agorot(text, unit);
            return amount.isPresent() ? new Value(amount.getAsLong(), null) : new Value(null, "amount");
        }
        if (type == LocalDate.class) {
            return Value.of(Days.of(text).map(Object::toString), "day");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Value.of(number(text), "number");
        }
        if (type.isEnum()) {
            return Value.of(word(type, text), "word");
        }
        return new Value(type == String.class ? text.strip() : Texts.peeled(text), null);
    }

    private static Optional<Long> number(String text) {
        var bare = Texts.seen(text).replaceFirst("%$", "");
        return bare.matches("\\d{1,9}") ? Optional.of(Long.valueOf(bare)) : Optional.empty();
    }

    /** One of an enum's constants, by its name or by what it is called in either language. */
    private Optional<String> word(Class<?> type, String text) {
        return Optional.ofNullable(
                words.computeIfAbsent(type, this::wordsOf).get(FieldNames.folded(text)));
    }

    private Map<String, String> wordsOf(Class<?> type) {
        var all = new HashMap<String, String>();
        Stream.of(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).forEach(name -> {
            all.put(FieldNames.folded(name), name);
            for (var language : List.of(Sentences.HEBREW, Sentences.ENGLISH)) {
                var key = "value." + type.getSimpleName() + "." + name;
                if (sentences.has(key)) {
                    all.putIfAbsent(FieldNames.folded(sentences.say(key, List.of(), language)), name);
                }
            }
        });
        return all;
    }
}
