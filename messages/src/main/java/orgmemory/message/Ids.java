// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** The form of ids. A caller may choose an id when creating something; else the service makes a time-ordered one. */
public final class Ids {

    /** The form of an id, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,64}";

    /** The form of an id that may be a part of a whole. */
    public static final String PART_FORM = FORM + "(:" + FORM + "){0,3}";

    private static final Pattern PLAIN = Pattern.compile(FORM);
    private static final Pattern PART = Pattern.compile(PART_FORM);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    /** Throws {@link IllegalArgumentException} {@code id.form} unless the id is {@code [A-Za-z0-9._-]{1,64}}. */
    public static String check(String id) {
        if (!PLAIN.matcher(id).matches()) {
            throw new IllegalArgumentException("id.form");
        }
        return id;
    }

    /** As {@link #check}, also allowing a part of a whole, up to four joined with colons: {@code BY2017:D4}. */
    public static String checkPart(String id) {
        if (!PART.matcher(id).matches()) {
            throw new IllegalArgumentException("id.part-form");
        }
        return id;
    }

    /** A new id that sorts by the time it was made: UUID version 7 (RFC 9562, section 5.7). */
    public static String make() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
