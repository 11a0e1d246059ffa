// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import orgmemory.access.HttpProblem;
import org.jspecify.annotations.Nullable;

/**
 * Where a state stands in a list: after all places before it, so that paging neither skips nor repeats what stays.
 *
 * @param value of the column that is sorted by, in its sortable form; empty where the key sorts
 */
record Place(String value, String key) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::value, Place::bytewise)
            .thenComparing(Place::key, Place::bytewise);

    /** As the database compares: by code points, which Java's own comparison does not. */
    private static int bytewise(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8),
                other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    String cursor() {
        return encoded(value) + "." + encoded(key);
    }

    static @Nullable Place of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            int dot = cursor.indexOf('.');
            return new Place(decoded(cursor.substring(0, dot)), decoded(cursor.substring(dot + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw HttpProblem.malformed("cursor", "type");
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).replace("\0", "");
    }
}
