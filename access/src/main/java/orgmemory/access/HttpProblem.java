// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a status that {@link orgmemory.message.Rejected} has no kind for. The code names the sentence
 * in the bundles, as there.
 */
public final class HttpProblem extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient List<InvalidField> invalidFields;

    /** A field, the rule it breaks and the arguments of the rule's sentence. */
    public record InvalidField(String field, String rule, List<?> arguments) {
    }

    public HttpProblem(int status, String code, Object... arguments) {
        this(status, code, List.of(), arguments);
    }

    public HttpProblem(int status, String code, List<InvalidField> invalidFields, Object... arguments) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.invalidFields = List.copyOf(invalidFields);
        this.arguments = List.of(arguments);
    }

    /** Not now, but soon: 503 with {@code Retry-After}. */
    public static HttpProblem later(String code, int seconds, Object... arguments) {
        return new HttpProblem(503, code, arguments).header("Retry-After", Integer.toString(seconds));
    }

    /** One field is malformed: 400. The rule's sentence stands under {@code rule.} and its name. */
    public static HttpProblem malformed(String field, String rule, Object... arguments) {
        return new HttpProblem(400, "request.malformed",
                List.of(new InvalidField(field, rule, List.of(arguments))));
    }

    /** Adds a member to the answer's body. */
    public HttpProblem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public HttpProblem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }

    List<InvalidField> invalidFields() {
        return invalidFields;
    }

    Map<String, Object> more() {
        return more;
    }

    Map<String, String> headers() {
        return headers;
    }
}
