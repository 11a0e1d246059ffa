// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import orgmemory.access.HttpProblem.InvalidField;
import orgmemory.message.Json;
import orgmemory.message.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Says where JSON breaks off: in which field, at which line and column. */
public final class BrokenJson {

    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_NAME = StreamReadConstraints.defaults().getMaxNameLength();
    private static final int LONGEST_NUMBER = StreamReadConstraints.defaults().getMaxNumberLength();

    /** Reads what is too long, to say where it stands. */
    private static final JsonMapper PATIENT = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build()).build();

    private BrokenJson() {
    }

    /** What is sent, which has to be UTF-8; 400 naming the field in which it no longer is. */
    public static String text(byte[] sent) {
        var bytes = ByteBuffer.wrap(sent);
        var text = CharBuffer.allocate(sent.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var end = decoder.decode(bytes, text, true);
        text.flip();
        if (end.isError()) {
            throw HttpProblem.malformed(pathAtEnd(text.toString()), "json.utf-8");
        }
        // A byte order mark says nothing more.
        return text.hasRemaining() && text.get(0) == '\uFEFF'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    /** What is wrong with a text that was read as JSON. Of a number or name that is too long only the text tells the place. */
    public static HttpProblem of(JacksonException failed, String text) {
        return failed instanceof StreamConstraintsException over && !(over.processor() instanceof JsonParser)
                ? tooLong(text)
                : ValidationErrors.of(failed);
    }

    private static HttpProblem tooLong(String text) {
        try (var parser = PATIENT.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var path = path(parser.streamReadContext());
                if (parser.streamReadContext().getNestingDepth() > Json.MAX_DEPTH) {
                    return new HttpProblem(400, "request.too-deep",
                            List.of(new InvalidField(path, "json.deep", List.of(Json.MAX_DEPTH))),
                            Json.MAX_DEPTH);
                }
                boolean name = token == JsonToken.PROPERTY_NAME;
                if (name
                        ? parser.currentName().length() > LONGEST_NAME
                        : token.isNumeric() && parser.getString().length() > LONGEST_NUMBER) {
                    return HttpProblem.malformed(path, name ? "json.name" : "json.number");
                }
            }
            return HttpProblem.malformed("", "json");
        } catch (JacksonException broken) {
            return ValidationErrors.of(broken);
        }
    }

    static HttpProblem of(StreamReadException broken, String prefix) {
        var path = prefix + path(broken);
        if (broken.getOriginalMessage().startsWith("Duplicate ")) {
            return HttpProblem.malformed(path, "json.twice");
        }
        return new HttpProblem(400, "request.no-json", List.of(new InvalidField(path, "json", List.of())),
                broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
    }

    /** The field in which reading broke off. */
    static String path(JacksonException broken) {
        return broken.processor() instanceof JsonParser parser ? path(parser.streamReadContext()) : "";
    }

    private static String pathAtEnd(String beginning) {
        try (var parser = Json.mapper().createParser(beginning)) {
            try {
                while (parser.nextToken() != null) {
                    // On to where it breaks off.
                }
            } catch (JacksonException broken) {
                // That is the place.
            }
            return path(parser.streamReadContext());
        }
    }

    private static String path(TokenStreamContext place) {
        var path = new StringBuilder();
        for (TokenStreamContext each = place; each != null && !each.inRoot(); each = each.getParent()) {
            var step = each.inArray() ? "[" + each.getCurrentIndex() + "]" : each.currentName();
            if (step != null) {
                path.insert(0, path.isEmpty() || path.charAt(0) == '[' ? step : step + ".");
            }
        }
        return shortened(path.toString());
    }

    /** A path as it can be told again: whoever sends a name of a megabyte hears its beginning. */
    static String shortened(String path) {
        var text = Texts.isText(path) ? path : path.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
        return text.length() <= LONGEST_PATH ? text : text.substring(0, LONGEST_PATH) + "\u2026";
    }
}
