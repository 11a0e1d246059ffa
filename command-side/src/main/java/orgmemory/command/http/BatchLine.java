// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import orgmemory.access.HttpProblem;
import orgmemory.command.http.Lines.Line;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a batch as it was read.
 *
 * @param number counts from 1
 * @param size   about how many bytes it takes until it is answered
 * @param request  what it asks for; null where it cannot be read
 * @param failure   why it cannot be read
 */
record BatchLine(int number, int size, @Nullable CommandRequest request, @Nullable RuntimeException failure) {

    private static final int AROUND = 256;

    /**
     * Reads a line.
     *
     * @param language of its texts, unless its envelope says otherwise
     */
    static BatchLine of(Line line, Subject actor, Language language) {
        int size = line.bytes().length + AROUND;
        try {
            return new BatchLine(line.number(), size, request(line, actor, language), null);
        } catch (RuntimeException failure) {
            return new BatchLine(line.number(), size, null, failure);
        }
    }

    /** Under which key the line may be repeated; null where it cannot be. */
    @Nullable
    String storedKey() {
        return request == null ? null : request.storedKey();
    }

    private static CommandRequest request(Line line, Subject actor, Language language) {
        if (line.tooLong()) {
            throw new HttpProblem(413, "request.too-large", CommandController.MAX_BYTES);
        }
        var fields = CommandReader.object(line.bytes());
        var command = text(fields, "command");
        if (command == null) {
            throw HttpProblem.malformed("command", "NotNull");
        }
        // The envelope stands in the body, as in a request of its own, or beside it.
        var body = CommandRequest.object(fields.remove("body"), "body");
        var envelope = body.has("envelope") ? body.remove("envelope") : fields.remove("envelope");
        var request = new CommandRequest(actor, command, body, CommandRequest.object(envelope, "envelope"),
                text(fields, "idempotencyKey"),
                version(fields.remove("ifMatch")), language);
        if (!fields.isEmpty()) {
            throw HttpProblem.malformed(fields.propertyNames().iterator().next(), "unknown-field");
        }
        return request;
    }

    private static @Nullable String text(ObjectNode fields, String name) {
        var value = fields.remove(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw HttpProblem.malformed(name, "type");
        }
        return value.stringValue();
    }

    private static @Nullable IfMatch version(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return IfMatch.of(value.stringValue());
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw HttpProblem.malformed("ifMatch", "version");
        }
        return IfMatch.version(value.longValue());
    }
}
