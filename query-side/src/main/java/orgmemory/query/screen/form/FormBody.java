// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.List;
import java.util.regex.Pattern;
import orgmemory.message.Json;
import orgmemory.query.screen.form.Field.Kind;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed, as the JSON of the command. Whatever is not of its kind goes on as a value that cannot be right, so that
 * the side that decides names it together with all else that is wrong.
 */
final class FormBody {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private FormBody() {
    }

    /** @param prefix with which the names of the fields begin where they are typed */
    static ObjectNode of(List<Field> fields, Form form, String prefix) {
        var body = Json.mapper().createObjectNode();
        fields.forEach(field -> put(body, field, prefix + field.name(), form));
        return body;
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
