// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.util.List;

/**
 * A command is refused. The code names the rule; the sentence for the person stands in the message bundles under the same
 * code, in each language, with the arguments in the order given here.
 */
public final class Rejected extends RuntimeException {

    /** Why, as far as the caller can act on it. */
    public enum Kind {
        /** A rule of the organisation stands against it: 422. */
        RULE,
        /** The actor may not: 403. */
        NOT_ALLOWED,
        /** What it names does not exist: 404. */
        UNKNOWN,
        /** What it creates exists already: 409. */
        EXISTS,
        /** It is not well formed: 400. */
        MALFORMED
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    public Rejected(Kind kind, String code, Object... arguments) {
        super(code + List.of(arguments), null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** A broken rule, as {@code cut.exceeds-free-amount}. */
    public Rejected(String code, Object... arguments) {
        this(Kind.RULE, code, arguments);
    }

    public static Rejected notAllowed(String code, Object... arguments) {
        return new Rejected(Kind.NOT_ALLOWED, code, arguments);
    }

    public static Rejected unknown(String code, Object... arguments) {
        return new Rejected(Kind.UNKNOWN, code, arguments);
    }

    public static Rejected exists(String code, Object... arguments) {
        return new Rejected(Kind.EXISTS, code, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Values for the sentence: ids, numbers, days. Amounts are in agorot. */
    public List<Object> arguments() {
        return arguments;
    }
}
