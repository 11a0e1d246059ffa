// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** The form of ids. A caller may choose an id when creating something; else the service makes a time-ordered one. */
public final class Ids {

    /** The form of an id, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,64}";

    /** The form of an id that may be a part of a whole. */
    public static final String PART_FORM = FORM + "(:" + FORM + "){0,3}";

    private static final int LONGEST = 64;
    private static final int MOST_PARTS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Random bytes for many ids, since asking for a few at a time costs more than all else that makes an id. */
    private static final ByteBuffer AHEAD = ByteBuffer.allocate(4_096).limit(0);

    private Ids() {
    }

    /** Throws {@link IllegalArgumentException} {@code id.form} unless the id is {@code [A-Za-z0-9._-]{1,64}}. */
    public static String check(String id) {
        if (!hasParts(id, 1)) {
            throw new IllegalArgumentException("id.form");
        }
        return id;
    }

    /** As {@link #check}, also allowing a part of a whole, up to four joined with colons: {@code BY2017:D4}. */
    public static String checkPart(String id) {
        if (!hasParts(id, MOST_PARTS)) {
            throw new IllegalArgumentException("id.part-form");
        }
        return id;
    }

    /** The forms above, without a regular expression: ids are checked many times for each event. */
    private static boolean hasParts(String id, int most) {
        int parts = 1;
        int length = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == ':' && length > 0 && parts < most) {
                parts++;
                length = 0;
            } else if (!isPlain(c) || ++length > LONGEST) {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
                || c == '_' || c == '-';
    }

    /** A new id that sorts by the time it was made: UUID version 7 (RFC 9562, section 5.7). */
    public static String make() {
        long high;
        long low;
        synchronized (AHEAD) {
            if (!AHEAD.hasRemaining()) {
                RANDOM.nextBytes(AHEAD.array());
                AHEAD.clear();
            }
            high = AHEAD.getLong();
            low = AHEAD.getLong();
        }
        return new UUID((System.currentTimeMillis() << 16) | 0x7000 | (high & 0xFFF),
                (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L).toString();
    }
}
