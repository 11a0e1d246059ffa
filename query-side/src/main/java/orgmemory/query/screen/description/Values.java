// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.access.Sentences;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;

/** How the values of events are written: amounts as amounts, days as days, ids as the names of what they stand for. */
record Values(Sentences sentences, Names.In names, Places places, Page page) {

    /** A kind of event, by its stored name. */
    record Kind(String name) {
    }

    /** The fields of a record, in their order. */
    static Map<String, @Nullable Object> fields(Object message) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var component : message.getClass().getRecordComponents()) {
            fields.put(component.getName(), value(component, message));
        }
        return fields;
    }

    private static @Nullable Object value(RecordComponent component, Object message) {
        try {
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Records are open to all", impossible);
        }
    }

    /** What a value is written as in a sentence. */
    Part one(@Nullable Object value) {
        return switch (value) {
            case null -> Part.named("–");
            case Long agorot -> Part.named(page.fmt().shekels(agorot));
            case Number count -> Part.named(page.fmt().number(count.longValue()));
            case LocalDate day -> Part.named(page.fmt().day(day));
            case Enum<?> word -> Part.named(word(word));
            case Kind kind -> Part.named(sentences.say("event." + kind.name(), List.of(), page.language()));
            case Subject subject -> name(subject);
            case Id id -> name(id.subject());
            default -> Part.named(value.toString());
        };
    }

    /** The same as plain text, also of a list. */
    String text(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(item -> all(item).stream().map(Part::text).collect(joining()))
                        .collect(joining("; "))
                : one(value).text();
    }

    /** What a thing of a list is written as: its parts one after the other, where it has several. */
    List<Part> all(Object item) {
        if (item instanceof Record several && !(item instanceof Subject)) {
            return fields(several).entrySet()
                    .stream()
                    .filter(field -> field.getValue() != null && !Boolean.FALSE.equals(field.getValue()))
                    .flatMap(field -> Stream.of(Part.words(" "), part(several, field)))
                    .skip(1)
                    .toList();
        }
        return List.of(one(item));
    }

    /** What holds of a thing is said in words, and nothing where it does not. */
    private Part part(Record several, Map.Entry<String, @Nullable Object> field) {
        return Boolean.TRUE.equals(field.getValue())
                ? Part.words(
                        sentences.say("value." + several.getClass().getSimpleName() + "." + field.getKey(),
                                List.of(), page.language()))
                : one(field.getValue());
    }

    private String word(Enum<?> word) {
        return sentences.say("value." + word.getDeclaringClass().getSimpleName() + "." + word.name(),
                List.of(), page.language());
    }

    private Part name(Subject subject) {
        return new Part(names.of(subject), false, page.to(places.of(subject)));
    }
}
