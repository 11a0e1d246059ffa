// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import tools.jackson.databind.JsonNode;

/**
 * What an event is found by: the words of its texts, its amounts, days and ids, and whom and what it names or concerns, by
 * their ids alone. Words of enumerations are the program's, not of who recorded it, and are left out.
 */
public final class EventLexemes {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::new).toList();
        }
    };

    private final Lexemes lexemes = new Lexemes();

    private EventLexemes() {
    }

    /** A field of an event or of what it carries. */
    private record Field(RecordComponent component, boolean agorot) {

        private Field(RecordComponent component) {
            this(component, component.getName().endsWith("Agorot"));
        }

        private @Nullable Object of(Object holder) {
            try {
                return component.getAccessor().invoke(holder);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("Records are open to all", impossible);
            }
        }
    }

    /**
     * What an event is found by.
     *
     * @param right    of a correction what holds in the event's place; null for any other event and for an annulment
     * @param concerns whom and what it concerns
     */
    public static String vector(Event event, @Nullable Event right, Collection<Subject> concerns,
            Envelope envelope) {
        var found = new EventLexemes();
        found.event(event, right);
        concerns.forEach(found::subject);
        found.subject(envelope.actor());
        if (envelope.onBehalfOf() != null) {
            found.subject(envelope.onBehalfOf());
        }
        return found.lexemes.vector();
    }

    /** What the thing that the event is about is called from here on; null where it says nothing of that. */
    public static @Nullable String names(@Nullable Event event) {
        if (event == null || event.names().isEmpty()) {
            return null;
        }
        var names = new Lexemes();
        event.names().forEach(names::text);
        return names.vector();
    }

    private void event(Event event, @Nullable Event right) {
        if (!(event instanceof CorrectionEvent correction)) {
            fields(event);
            return;
        }
        lexemes.text(correction.reason()).id(correction.eventId());
        if (right != null) {
            fields(right);
        } else if (event instanceof RecordCorrected corrected) {
            texts(corrected.replacement());
        }
    }

    private void fields(Object holder) {
        for (var field : FIELDS.get(holder.getClass())) {
            var value = field.of(holder);
            if (field.agorot && value instanceof Long agorot) {
                lexemes.agorot(agorot);
            } else {
                value(value);
            }
        }
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> {
            }
            case String text -> lexemes.text(text);
            case LocalDate day ->
                lexemes.number(day.getYear()).number(day.getMonthValue()).number(day.getDayOfMonth());
            case Number number -> lexemes.number(number.longValue());
            case Collection<?> several -> several.forEach(this::value);
            case Subject subject -> subject(subject);
            case Id id -> subject(id.subject());
            case Record part -> fields(part);
            case JsonNode json -> texts(json);
            default -> {
            }
        }
    }

    /** An id is what it stands for; whatever else has parts is these. */
    private void subject(Subject subject) {
        lexemes.subject(subject).id(subject.id());
    }

    private void texts(JsonNode json) {
        if (json.isString()) {
            lexemes.text(json.asString());
        }
        json.forEach(this::texts);
    }
}
