// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An error as it is answered: RFC 9457, with our members {@code code} and {@code errors}.
 *
 * @param more    further members, as the version that a stale {@code If-Match} should have named
 * @param headers what the answer says beside its body, as {@code Retry-After}
 */
public record Problem(int status, String code, String title, String detail, List<FieldError> errors,
        Map<String, Object> more, Map<String, String> headers, Locale language) {

    private static final MediaType MEDIA_TYPE = new MediaType(MediaType.APPLICATION_PROBLEM_JSON,
            StandardCharsets.UTF_8);

    /** The members in the order in which they are written. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:orgmemory:problem:" + code);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        body.putAll(more);
        return body;
    }

    /** The problem as an answer of a controller. */
    public ResponseEntity<Map<String, Object>> answer() {
        return ResponseEntity.status(status)
                .headers(this::write)
                .body(body());
    }

    private void write(HttpHeaders target) {
        headers.forEach(target::set);
        target.setContentType(MEDIA_TYPE);
        target.setContentLanguage(language);
    }
}
