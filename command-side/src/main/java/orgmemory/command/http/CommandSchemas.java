// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static com.github.victools.jsonschema.generator.Option.EXTRA_OPEN_API_FORMAT_VALUES;
import static com.github.victools.jsonschema.generator.Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT;
import static com.github.victools.jsonschema.generator.Option.INLINE_ALL_SCHEMAS;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.Id;
import orgmemory.message.Ids;
import orgmemory.message.IssuedBy;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what may be asked: every command with its JSON Schema and who may issue it. */
@RestController
final class CommandSchemas {

    /**
     * A command as it may be asked.
     *
     * @param issuedBy in which capacities
     * @param schema   of the body that is posted, its envelope included
     */
    record Description(String name, List<Capacity> issuedBy, JsonNode schema) {
    }

    private final Map<String, Description> byName = new LinkedHashMap<>();

    CommandSchemas() {
        var generator = new SchemaGenerator(configuration().build());
        Catalogue.commands().forEach(type -> byName.put(type.getSimpleName(), describe(generator, type)));
    }

    @GetMapping("/api/commands")
    Map<String, List<Description>> all() {
        return Map.of("commands", List.copyOf(byName.values()));
    }

    @GetMapping("/api/commands/{name}")
    Description one(@PathVariable String name) {
        var description = byName.get(name);
        if (description == null) {
            throw Rejected.unknown("command.unknown", name);
        }
        return description;
    }

    private static Description describe(SchemaGenerator generator, Class<? extends Command> type) {
        var schema = generator.generateSchema(type);
        var envelope = generator.generateSchema(EnvelopeReader.Said.class);
        envelope.remove("$schema");
        schema.withObjectProperty("properties").set("envelope", envelope);
        var issuedBy = type.getAnnotation(IssuedBy.class);
        return new Description(type.getSimpleName(), issuedBy == null ? List.of() : List.of(issuedBy.value()),
                schema);
    }

    private static SchemaGeneratorConfigBuilder configuration() {
        var configuration = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12,
                OptionPreset.PLAIN_JSON)
                .with(INLINE_ALL_SCHEMAS, FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        EXTRA_OPEN_API_FORMAT_VALUES)
                .with(new JakartaValidationModule(JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED));
        configuration.forFields().withRequiredCheck(field -> field.getType().isPrimitive());
        configuration.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var definition = definition(type.getErasedType());
            return definition == null ? null : new CustomDefinition(definition, true);
        });
        return configuration;
    }

    /** Ids and subjects are strings of a form; a replacement is any object. */
    private static @Nullable ObjectNode definition(Class<?> type) {
        if (type == ObjectNode.class) {
            return Json.mapper().createObjectNode().put("type", "object");
        }
        if (type == Subject.class) {
            return text("[a-z][a-z-]{0,31}/" + Ids.PART_FORM);
        }
        if (type == Visibility.class) {
            return text(
                    "(PUBLIC|INSTITUTE|FORUM|GROUP\\(%1$s\\)|PARTIES\\(%1$s(,%1$s)*\\))".formatted(Ids.FORM));
        }
        return Id.class.isAssignableFrom(type) ? text(Ids.PART_FORM) : null;
    }

    private static ObjectNode text(String pattern) {
        return Json.mapper().createObjectNode().put("type", "string").put("pattern", "^" + pattern + "$");
    }
}
