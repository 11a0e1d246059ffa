// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.HashMap;
import java.util.Map;
import orgmemory.message.Json;
import orgmemory.query.memory.View;
import orgmemory.query.memory.Views;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Each view's state as JSON Schema: ids are strings, and what may be absent is not required. */
final class StateSchemas {

    private final Map<String, JsonNode> byView = new HashMap<>();

    StateSchemas(Views views) {
        var generator = generator();
        for (View<?> view : views.all()) {
            byView.put(view.name(), generator.generateSchema(view.stateType()));
        }
    }

    JsonNode of(View<?> view) {
        var schema = byView.get(view.name());
        if (schema == null) {
            throw new IllegalArgumentException(view.name() + " is no view of this program");
        }
        return schema;
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(Json.mapper(), SchemaVersion.DRAFT_2020_12,
                OptionPreset.PLAIN_JSON).with(Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        config.forFields()
                .withRequiredCheck(field -> !field.getRawMember()
                        .getAnnotatedType()
                        .isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> StateTable
                        .isWrittenAsOneValue(type.getErasedType())
                                ? new CustomDefinition(Json.mapper().createObjectNode().put("type", "string"),
                                        true)
                                : null);
        return new SchemaGenerator(config.build());
    }
}
