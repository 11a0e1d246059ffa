// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.correction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import orgmemory.message.CausedBy;
import orgmemory.message.Event;
import orgmemory.message.Id;
import orgmemory.message.Json;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.form.CommandFields;
import orgmemory.query.screen.form.Field;
import orgmemory.query.screen.form.Field.Kind;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a fact that can be put right: those of its record, as the command that it comes of describes them. */
final class FactFields {

    /** The names under which they are typed begin so. */
    static final String PREFIX = "replacement.";

    /** The name under which the day is typed on which the fact happened. */
    static final String DAY = "occurredOn";

    private FactFields() {
    }

    /** All but what the fact is about, which no correction changes, and lists that no form shows whole. */
    static List<Field> of(StandingFact fact) {
        var event = fact.standing().event();
        var json = json(fact);
        return CommandFields.of(event.getClass())
                .stream()
                .filter(field -> !isAbout(event, field, json))
                .filter(field -> json.path(field.name()).size() <= Field.MOST_PARTS)
                .map(field -> asInCommand(event, field).named(PREFIX + field.name()))
                .toList();
    }

    /** The fact as it stands. */
    static ObjectNode json(StandingFact fact) {
        return Json.mapper().valueToTree(fact.standing().event());
    }

    /** The field that is typed under a name, or the list that it is a part of. */
    static Field field(StandingFact fact, String typed) {
        var name = typed.replaceFirst("\\[.*", "");
        return of(fact).stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    /** The field of a list's part that is typed under a name; of anything else the field itself. */
    static Field part(Field field, String typed) {
        var name = typed.replaceFirst(".*]\\.?", "");
        return field.is(Kind.LIST)
                ? field.parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow()
                : field;
    }

    private static boolean isAbout(Event event, Field field, ObjectNode json) {
        if (!Id.class.isAssignableFrom(field.type())) {
            return false;
        }
        var thing = Id.typeName(field.type().asSubclass(Id.class)) + "/"
                + json.path(field.name()).asString("");
        return thing.equals(event.entity().toString()) || thing.equals(event.stream().toString());
    }

    /** An event says nothing of limits; its command does. What it takes from the state has the form of its own type. */
    private static Field asInCommand(Event event, Field field) {
        return Optional.ofNullable(event.getClass().getAnnotation(CausedBy.class))
                .flatMap(cause -> CommandFields.of(cause.value(), field.name()))
                .filter(input -> !input.is(Kind.NEW_ID) && !input.is(Kind.NATURAL_KEY))
                .orElse(field);
    }

    /** The name of the command whose words the fields have; the event's own where it comes of none. */
    static String owner(StandingFact fact) {
        var cause = fact.standing().event().getClass().getAnnotation(CausedBy.class);
        return cause == null
                ? fact.standing().event().getClass().getSimpleName()
                : Objects.requireNonNull(cause).value().getSimpleName();
    }
}
