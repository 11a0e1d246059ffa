// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import orgmemory.message.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How JSON that people send is read: nothing is converted on the quiet. */
public final class StrictJson {

    public static final JsonMapper MAPPER = Json.mapper()
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

    private StrictJson() {
    }

    /** Days are written as 2017-11-30, in the years from 1 to 9999: a database has no year 0. */
    private static final class Days extends StdDeserializer<LocalDate> {

        Days() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            try {
                if (text.length() == "2017-11-30".length()) {
                    var day = LocalDate.parse(text);
                    if (day.getYear() > 0) {
                        return day;
                    }
                }
            } catch (DateTimeParseException noDay) {
                // Answered below, as all that is no day is.
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
        }
    }
}
