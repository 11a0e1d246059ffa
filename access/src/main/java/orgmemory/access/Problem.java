// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import orgmemory.message.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as it is answered: RFC 9457, with our members {@code code} and {@code errors}.
 *
 * @param members what the body says
 * @param errors  the fields that are wrong, as the body says them
 * @param headers what the answer says beside its body, as {@code Retry-After}
 */
public record Problem(ProblemDetail members, List<FieldError> errors, Map<String, String> headers,
        Locale language) {

    private static final MediaType MEDIA_TYPE = new MediaType(MediaType.APPLICATION_PROBLEM_JSON,
            StandardCharsets.UTF_8);
    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .addMixIn(ProblemDetail.class, InOrder.class)
            .build();

    /** Our own members follow those of the RFC, on the same level. */
    @JsonPropertyOrder({"type", "title", "status", "detail"})
    private interface InOrder extends ProblemDetailJacksonMixin {
    }

    /**
     * @param more further members, as the version that a stale {@code If-Match} should have named
     */
    static Problem of(int status, String code, String title, String detail, List<FieldError> errors,
            Map<String, Object> more, Map<String, String> headers, Locale language) {
        var members = ProblemDetail.forStatus(status);
        members.setType(URI.create("urn:orgmemory:problem:" + code));
        members.setTitle(title);
        members.setDetail(detail);
        members.setProperty("code", code);
        if (!errors.isEmpty()) {
            members.setProperty("errors", errors);
        }
        more.forEach(members::setProperty);
        return new Problem(members, errors, headers, language);
    }

    public int status() {
        return members.getStatus();
    }

    public String code() {
        return String.valueOf(Objects.requireNonNull(members.getProperties()).get("code"));
    }

    public String title() {
        return Objects.requireNonNull(members.getTitle());
    }

    public String detail() {
        return Objects.requireNonNull(members.getDetail());
    }

    /** The body as JSON: Spring, were it to write the members itself, would add the address that was asked for. */
    public JsonNode body() {
        return MAPPER.valueToTree(members);
    }

    /** The problem as an answer of a controller. */
    public ResponseEntity<JsonNode> answer() {
        return ResponseEntity.status(status())
                .headers(this::write)
                .body(body());
    }

    private void write(HttpHeaders target) {
        headers.forEach(target::set);
        target.setContentType(MEDIA_TYPE);
        target.setContentLanguage(language);
    }
}
