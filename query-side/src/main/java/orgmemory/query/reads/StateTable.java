// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import orgmemory.message.Json;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.View;

/** States as rows: the key, and each field that holds one value. Lists inside a state are read as JSON. */
final class StateTable {

    private final List<String> fields;

    StateTable(View<?> view) {
        fields = Arrays.stream(view.stateType().getRecordComponents())
                .filter(component -> isOneValue(component.getType()))
                .map(RecordComponent::getName)
                .toList();
    }

    byte[] csv(List<Answer> answers) {
        var header = new ArrayList<String>(List.of("key"));
        header.addAll(fields);
        return Csv.of(header, answers.stream().map(this::row).toList());
    }

    private List<String> row(Answer answer) {
        var state = Json.mapper().readTree(answer.state());
        var row = new ArrayList<String>(List.of(answer.key()));
        fields.forEach(field -> row.add(state.path(field).asString("")));
        return row;
    }

    private static boolean isOneValue(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || type == String.class || type == Boolean.class
                || Number.class.isAssignableFrom(type) || Temporal.class.isAssignableFrom(type)
                || isWrittenAsOneValue(type);
    }

    static boolean isWrittenAsOneValue(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
