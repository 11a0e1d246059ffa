// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.message.Catalogue;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fact should have said: the fact as it stands, with the fields that were wrong. It is held to the form that the
 * command of the fact is held to.
 */
final class Replacements {

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    /** The fact with the given fields replaced, null taking a field away; refused where its form is wrong. */
    Event of(Event fact, @Nullable ObjectNode fields) {
        var merged = json(fact);
        if (fields != null) {
            fields.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    merged.remove(field.getKey());
                } else {
                    merged.set(field.getKey(), field.getValue());
                }
            });
        }
        var event = decode(fact, merged);
        mustHaveForm(event);
        return event;
    }

    ObjectNode json(Event event) {
        return Json.mapper().valueToTree(event);
    }

    private static Event decode(Event fact, ObjectNode json) {
        try {
            return StrictJson.MAPPER.treeToValue(json, fact.getClass());
        } catch (JacksonException malformed) {
            var path = malformed.getPath();
            throw malformed(path.isEmpty()
                    ? ""
                    : Objects.requireNonNullElse(path.getFirst().getPropertyName(), ""));
        }
    }

    private void mustHaveForm(Event event) {
        for (var field : event.getClass().getRecordComponents()) {
            var value = Fields.value((Record) event, field);
            var missing = value == null && !field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (missing || !wellFormed(value) || !asInCommand(event, field.getName(), value)) {
                throw malformed(field.getName());
            }
        }
    }

    private boolean wellFormed(@Nullable Object value) {
        return !(value instanceof List<?> parts)
                || parts.stream().allMatch(part -> part != null && validator.validate(part).isEmpty());
    }

    /** What an event takes from the state has the form of the command by which it came there, which its file has too. */
    private boolean asInCommand(Event event, String field, @Nullable Object value) {
        var cause = event.getClass().getAnnotation(CausedBy.class);
        if (cause == null) {
            return true;
        }
        var command = cause.value();
        var ofItsFile = Catalogue.commands()
                .filter(other -> other.getEnclosingClass() == command.getEnclosingClass());
        return Stream.concat(Stream.of(command), ofItsFile)
                .filter(one -> hasField(one, field))
                .findFirst()
                .map(one -> validator.validateValue(one, field, value).isEmpty())
                .orElse(true);
    }

    private static boolean hasField(Class<? extends Command> command, String name) {
        for (var field : command.getRecordComponents()) {
            if (field.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Rejected malformed(String field) {
        return new Rejected(Rejected.Kind.MALFORMED, "record.replacement-malformed", field);
    }
}
