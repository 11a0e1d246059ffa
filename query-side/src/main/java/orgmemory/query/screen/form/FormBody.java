// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import orgmemory.message.Json;
import orgmemory.query.screen.form.Field.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed, as the JSON of the command. Whatever is not of its kind goes on as a value that cannot be right, so that
 * the side that decides names it together with all else that is wrong.
 */
public final class FormBody {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private FormBody() {
    }

    /** @param prefix with which the names of the fields begin where they are typed */
    static ObjectNode of(List<Field> fields, Form form, String prefix) {
        var body = Json.mapper().createObjectNode();
        fields.forEach(field -> put(body, field, prefix + field.name(), form));
        return body;
    }

    /**
     * What was typed, as a message holds it.
     *
     * @param fields named as they are typed
     * @param prefix with which their names begin, in the message not
     */
    public static ObjectNode message(List<Field> fields, Form form, String prefix) {
        var message = Json.mapper().createObjectNode();
        of(fields, form, "").properties()
                .forEach(field -> message.set(field.getKey().substring(prefix.length()), field.getValue()));
        return message;
    }

    /** What a message holds, as it would be typed. */
    public static Map<String, String> typed(List<Field> fields, ObjectNode message, String prefix) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = message.path(field.name().substring(prefix.length()));
            if (field.is(Kind.LIST)) {
                for (int i = 0; i < value.size(); i++) {
                    for (var part : field.parts()) {
                        type(typed, Parts.name(field, i, part), part,
                                part.name().isEmpty() ? value.path(i) : value.path(i).path(part.name()));
                    }
                }
            } else {
                type(typed, field.name(), field, value);
            }
        }
        return typed;
    }

    private static void type(Map<String, String> typed, String name, Field field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            typed.put(name, field.is(Kind.AMOUNT) ? Shekels.typed(value.asLong()) : value.asString());
        }
    }

    private static void put(ObjectNode body, Field field, String name, Form form) {
        if (field.is(Kind.LIST)) {
            putParts(body, field, form);
            return;
        }
        var typed = form.value(name);
        switch (field.kind()) {
            case NEW_ID, OPEN -> {
                // The service makes the one, a page of its own the other.
            }
            case AMOUNT -> amount(body, field, typed);
            case FLAG -> body.put(field.name(), typed.equals("true"));
            case NUMBER -> {
                if (WHOLE.matcher(typed).matches()) {
                    body.put(field.name(), Integer.parseInt(typed));
                } else if (!typed.isEmpty()) {
                    body.put(field.name(), typed);
                }
            }
            default -> {
                if (!typed.isEmpty()) {
                    body.put(field.name(), typed);
                }
            }
        }
    }

    private static void amount(ObjectNode body, Field field, String typed) {
        if (typed.isEmpty() && !field.required()) {
            return;
        }
        long never = field.min() > 0 ? 0 : Long.MIN_VALUE;
        body.put(field.name(), Shekels.agorot(typed).orElse(never));
    }

    private static void putParts(ObjectNode body, Field list, Form form) {
        int count = Parts.count(list, form.typed());
        if (count == 0 && !list.required()) {
            return;
        }
        var parts = body.putArray(list.name());
        for (int i = 0; i < count; i++) {
            var part = parts.addObject();
            for (var field : list.parts()) {
                put(part, field, Parts.name(list, i, field), form);
            }
            if (list.ofPlainParts()) {
                parts.set(i, part.path(""));
            }
        }
    }
}
