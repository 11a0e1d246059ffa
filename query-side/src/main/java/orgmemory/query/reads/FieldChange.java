// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Json;
import tools.jackson.databind.JsonNode;

/**
 * A value that differs between two states of the same thing.
 *
 * @param field  where it stands, from the outside in, with slashes between: {@code proposals/C-1/state}. What stands in a list
 *               is named by its first field, where that tells all of them apart; else the list differs as a whole
 * @param before absent where there was none
 * @param after  absent where there is none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** What stands over {@link #row()}. */
    static final List<String> HEADER = List.of("field", "before", "after");

    /** As a table has it: texts as they are, all else as JSON. */
    List<String> row() {
        return List.of(field, text(before), text(after));
    }

    private static String text(@Nullable JsonNode value) {
        return value == null
                ? ""
                : value.isString() ? value.stringValue() : Json.mapper().writeValueAsString(value);
    }

    /** All that differs, in the order in which it stands; where there was nothing, each field of what there is. */
    public static List<FieldChange> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var changes = new ArrayList<FieldChange>();
        compare("", orNothing(before), orNothing(after), changes);
        return List.copyOf(changes);
    }

    private static void compare(String at, @Nullable JsonNode before, @Nullable JsonNode after,
            List<FieldChange> changes) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        var was = parts(before);
        var is = parts(after);
        if (was == null || is == null) {
            changes.add(new FieldChange(at, before, after));
            return;
        }
        var names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        for (var name : names) {
            compare(at.isEmpty() ? name : at + '/' + name, given(was.get(name)), given(is.get(name)),
                    changes);
        }
    }

    /** What something is made of, by name; null where it is one value. Nothing is made of nothing. */
    private static @Nullable Map<String, JsonNode> parts(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        var parts = new LinkedHashMap<String, JsonNode>();
        if (value.isObject()) {
            value.forEachEntry(parts::put);
            return parts;
        }
        if (!value.isArray()) {
            return null;
        }
        for (var item : value) {
            var name = item.isObject() ? item.iterator() : Stream.<JsonNode>of().iterator();
            if (!name.hasNext() || parts.put(name.next().asString(""), item) != null) {
                return null;
            }
        }
        return parts;
    }

    private static JsonNode orNothing(@Nullable JsonNode state) {
        return state == null ? Json.mapper().createObjectNode() : state;
    }

    private static @Nullable JsonNode given(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }
}
