// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.requests;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import orgmemory.message.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of commands, made from their schemas, and what can be wrong with them. */
final class AnyBody {

    private static final List<String> IDS = List.of("BY2017", "BY2017:D4", "CR-2017-1", "line/BY2017:P8",
            "D4", "board", "x",
            "person/D4", "round/CR-2017-1");

    /** As JSON: texts that are none, or of which nobody sees anything, and values of every other type. */
    private static final List<String> VALUES = List.of("null", "true", "[]", "{}", "-1", "0", "1.5", "1e400",
            "\"\"",
            "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\u200f\\u2066\"", "\"\\u3164\"",
            "9223372036854775807",
            "9223372036854775808", "\"2017-13-45\"", "\"+99999-01-01\"", "\"a b/c\"", "[[[[[[]]]]]]",
            "{\"a\":{\"b\":1}}",
            "\"שלום \\ud83d\\ude00\"", "NaN", "'x'", "01", "\"\\x\"", "[null]", "[1,\"2\",{}]", "\"-- --\"",
            "1E-999999999",
            "9".repeat(1_500), "\"" + "x".repeat(30_000) + "\"", "[".repeat(60) + "]".repeat(60));

    private static final List<String> CHARSETS = List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32",
            "windows-1255",
            "ISO-8859-1");

    private final Random random;

    AnyBody(Random random) {
        this.random = random;
    }

    /** A body that has the form of the schema. */
    ObjectNode wellFormed(JsonNode schema) {
        var body = Json.mapper().createObjectNode();
        schema.path("properties").properties().forEach(field -> {
            if (!field.getKey().equals("envelope") || random.nextInt(4) == 0) {
                body.set(field.getKey(), value(field.getValue()));
            }
        });
        return body;
    }

    private JsonNode value(JsonNode schema) {
        var json = Json.mapper();
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").isArray()
                ? schema.at("/type/0").asString()
                : schema.path("type").asString()) {
            case "integer", "number" -> json.valueToTree(1 + random.nextInt(100_000));
            case "boolean" -> json.valueToTree(random.nextBoolean());
            case "array" -> json.createArrayNode().add(value(schema.path("items")));
            case "object" -> wellFormed(schema);
            default -> json.valueToTree(text(schema));
        };
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asString("").equals("date")) {
            return "2016-11-" + (10 + random.nextInt(20));
        }
        return schema.has("pattern") ? IDS.get(random.nextInt(IDS.size())) : "As agreed";
    }

    /** The body with one thing wrong, as bytes. */
    byte[] broken(ObjectNode body) {
        var names = body.propertyNames().stream().toList();
        var name = names.isEmpty() ? "name" : names.get(random.nextInt(names.size()));
        var value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> {
                body.remove(name);
                yield utf8(body.toString());
            }
            case 1 -> utf8(put(body, "n".repeat(1 + random.nextInt(60_000)), value));
            case 2 -> utf8(body + List.of("{}", "x", "\0", ",", "]", "\n\n1").get(random.nextInt(6)));
            case 3 ->
                body.toString().getBytes(Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size()))));
            case 4 -> bytes(utf8(put(body, name, "\"%\"")));
            case 5 -> utf8(body.toString().substring(0, random.nextInt(body.toString().length())));
            case 6 -> utf8(put(body, "envelope",
                    "{\"" + List.of("occurredOn", "onBehalfOf", "story", "capacity", "sourceRef",
                            "visibility", "other").get(random.nextInt(7)) + "\":" + value + "}"));
            default -> utf8(put(body, name, value));
        };
    }

    /** A field with a value that is written as it stands, beside the one that may be there already. */
    private String put(ObjectNode body, String name, String value) {
        if (random.nextInt(8) > 0) {
            body.remove(name);
        }
        var text = body.toString();
        return text.substring(0, text.length() - 1) + (body.isEmpty() ? "" : ",") + "\"" + name + "\":"
                + value + "}";
    }

    /** Bytes that are no UTF-8, where the text holds a percent sign. */
    private byte[] bytes(byte[] text) {
        var bad = List.of("\u00c0\u00af", "\u00ff", "\u00ed\u00a0\u0080", "\u00d7",
                "\u00f8\u0088\u0080\u0080\u0080");
        return new String(text, StandardCharsets.ISO_8859_1).replace("%", bad.get(random.nextInt(bad.size())))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
