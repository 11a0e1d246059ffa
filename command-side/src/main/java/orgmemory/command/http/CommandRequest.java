// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import orgmemory.access.HttpProblem;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as somebody asks for it.
 *
 * @param actor          who asks, as their session says
 * @param command        its name
 * @param body           its fields
 * @param envelope       what the actor says of it
 * @param idempotencyKey under which the actor may repeat it; null where it cannot be repeated
 * @param ifMatch        the versions the entity may have; null for any
 * @param language       the language of its texts, unless the envelope says otherwise
 * @param causation      the event that it follows from, where the service asks for it of itself
 */
public record CommandRequest(Subject actor, String command, ObjectNode body, ObjectNode envelope,
        @Nullable String idempotencyKey, @Nullable IfMatch ifMatch, Language language,
        @Nullable String causation) {

    /** The code of the refusal to whoever uses an idempotency key again for something else. */
    public static final String OTHER_BODY = "idempotency.other-body";

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final JsonMapper CANONICAL = Json.mapper()
            .rebuild()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    public CommandRequest {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw HttpProblem.malformed("Idempotency-Key", "idempotency-key");
        }
    }

    /** A command that somebody asks for. */
    public CommandRequest(Subject actor, String command, ObjectNode body, ObjectNode envelope,
            @Nullable String idempotencyKey, @Nullable IfMatch ifMatch, Language language) {
        this(actor, command, body, envelope, idempotencyKey, ifMatch, language, null);
    }

    /** A JSON object; an empty one where nothing is given. */
    static ObjectNode object(@Nullable JsonNode node, String field) {
        return switch (node) {
            case null -> Json.mapper().createObjectNode();
            case ObjectNode object -> object;
            default -> {
                if (node.isNull()) {
                    yield Json.mapper().createObjectNode();
                }
                throw HttpProblem.malformed(field, "object");
            }
        };
    }

    /** The key as the journal keeps it: keys belong to their actor. */
    @Nullable
    String storedKey() {
        return idempotencyKey == null ? null : actor + " " + idempotencyKey;
    }

    /** Tells a repeated command from a key that is used twice. Taken before any id is made for it. */
    @Nullable
    String hash() {
        if (idempotencyKey == null) {
            return null;
        }
        var whole = CANONICAL.createObjectNode();
        whole.put("command", command);
        whole.set("body", body);
        whole.set("envelope", envelope);
        try {
            var bytes = CANONICAL.writeValueAsString(whole).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
