// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What something is about, with its type: {@code manager/P6}, {@code line/BY2017:D4}. Streams and entities are named this
 * way too, since a bare id says nothing of its type.
 *
 * @param type lower-case words joined with hyphens
 * @param id   an id as {@link Ids} allows it; parts of a whole join with a colon
 */
public record Subject(String type, String id) {

    private static final int LONGEST_TYPE = 32;

    public Subject {
        if (!isType(type)) {
            throw new IllegalArgumentException("subject.form");
        }
        Ids.checkPart(id);
    }

    private static boolean isType(String type) {
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c == '-' && i > 0))) {
                return false;
            }
        }
        return !type.isEmpty() && type.length() <= LONGEST_TYPE;
    }

    public static Subject of(String type, Object id) {
        return new Subject(type, id.toString());
    }

    /** Reads {@code type/id}. */
    @JsonCreator
    public static Subject of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("subject.form");
        }
        return new Subject(text.substring(0, slash), text.substring(slash + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
