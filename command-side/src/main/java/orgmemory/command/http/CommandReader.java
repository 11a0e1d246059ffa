// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import orgmemory.access.BrokenJson;
import orgmemory.access.ValidationErrors;
import orgmemory.access.HttpProblem;
import orgmemory.command.StrictJson;
import orgmemory.message.Command;
import orgmemory.message.Ids;
import orgmemory.message.Json;
import orgmemory.message.NewId;
import orgmemory.message.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what people send, and says of each field what is wrong with it. Nothing is converted on the quiet. */
public final class CommandReader {

    /** The optional texts of a record, by name. */
    private static final ClassValue<List<String>> OPTIONAL_TEXTS = new ClassValue<>() {

        @Override
        protected List<String> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> component.getType() == String.class
                            && component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .toList();
        }
    };

    private final Validator validator;

    public CommandReader(Validator validator) {
        this.validator = validator;
    }

    /** Reads a JSON object from its bytes. */
    static ObjectNode object(byte[] json) {
        var text = BrokenJson.text(json);
        try {
            var node = StrictJson.MAPPER.readTree(text);
            return node.isMissingNode() ? Json.mapper().createObjectNode() : object(node);
        } catch (JacksonException malformed) {
            throw BrokenJson.of(malformed, text);
        }
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw HttpProblem.malformed("", "object");
    }

    /** The command with all its fields right, new ids made where they are left out. */
    <C extends Command> C command(Class<C> type, ObjectNode body) {
        var whole = body.deepCopy();
        for (var component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(NewId.class) && !whole.hasNonNull(component.getName())) {
                whole.put(component.getName(), Ids.make());
            }
        }
        return read(type, whole, "");
    }

    /** A record with all its fields right. The prefix says where it stands in what was sent. */
    <T> T read(Class<T> type, ObjectNode fields, String prefix) {
        checkTexts(fields, prefix);
        T record;
        try {
            record = StrictJson.MAPPER.treeToValue(withoutUnseen(type, fields), type);
        } catch (JacksonException malformed) {
            throw ValidationErrors.of(malformed, prefix);
        }
        var violations = validator.validate(record);
        if (!violations.isEmpty()) {
            throw ValidationErrors.of(violations, prefix);
        }
        return record;
    }

    /** An optional text of which nobody sees anything is one that was left out. */
    private static ObjectNode withoutUnseen(Class<?> type, ObjectNode fields) {
        var unseen = OPTIONAL_TEXTS.get(type).stream().filter(name -> isUnseen(fields.path(name))).toList();
        return unseen.isEmpty() ? fields : fields.deepCopy().remove(unseen);
    }

    private static boolean isUnseen(JsonNode value) {
        return value.isString() && Texts.isUnseen(value.stringValue());
    }

    /** Texts that no database or file can hold are refused here, where the sender can still put them right. */
    private static void checkTexts(JsonNode node, String path) {
        if (node.isString() && !Texts.isText(node.stringValue())) {
            throw HttpProblem.malformed(path, "text");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            var inner = path.isEmpty() || path.endsWith(".") ? path : path + ".";
            if (!Texts.isText(field.getKey())) {
                throw HttpProblem.malformed(inner, "text");
            }
            checkTexts(field.getValue(), inner + field.getKey());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkTexts(node.get(i), path + "[" + i + "]");
            }
        }
    }
}
