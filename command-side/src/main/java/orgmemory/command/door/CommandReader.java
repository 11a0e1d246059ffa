// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.door;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Stream;
import orgmemory.access.Flaws;
import orgmemory.access.HttpProblem;
import orgmemory.message.Command;
import orgmemory.message.Ids;
import orgmemory.message.Json;
import orgmemory.message.NewId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads what people send, and says of each field what is wrong with it. Nothing is converted on the quiet. */
public final class CommandReader {

    private static final JsonMapper STRICT = Json.mapper()
            .rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, texts -> Stream
                    .of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                    .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Days()))
            .build();

    private final Validator validator;

    public CommandReader(Validator validator) {
        this.validator = validator;
    }

    /** Reads a JSON object from its bytes. */
    static ObjectNode object(byte[] json) {
        try {
            var node = STRICT.readTree(json);
            return node.isMissingNode() ? Json.mapper().createObjectNode() : object(node);
        } catch (JacksonException malformed) {
            throw Flaws.of(malformed);
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
            record = STRICT.treeToValue(fields, type);
        } catch (JacksonException malformed) {
            throw Flaws.of(malformed, prefix);
        }
        var violations = validator.validate(record);
        if (!violations.isEmpty()) {
            throw Flaws.of(violations, prefix);
        }
        return record;
    }

    /** Texts that no database or file can hold are refused here, where the sender can still put them right. */
    private static void checkTexts(JsonNode node, String path) {
        if (node.isString() && !isText(node.stringValue())) {
            throw HttpProblem.malformed(path, "text");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            var inner = path.isEmpty() || path.endsWith(".") ? path : path + ".";
            if (!isText(field.getKey())) {
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

    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** Days are written as 2017-11-30, in years that a database knows too. */
    private static final class Days extends StdDeserializer<LocalDate> {

        Days() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            try {
                if (text.length() == "2017-11-30".length()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException noDay) {
                // Answered below, as all that is no day is.
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
        }
    }
}
