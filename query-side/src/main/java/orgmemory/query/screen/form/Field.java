// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.List;
import orgmemory.message.Id;

/**
 * A field of a command, as its record and the constraints on it describe it.
 *
 * @param type     what it holds; of a list, what one of its parts is
 * @param required whether a command lacks something without it
 * @param min      the least number, or the fewest parts
 * @param max      the largest number, the longest text, or the most parts
 * @param things   the types of ids that it may name
 * @param parts    the fields of one part of a list; a single one without a name where the parts are plain values
 */
public record Field(String name, Kind kind, Class<?> type, boolean required, long min, long max,
        List<Class<? extends Id>> things, List<Field> parts) {

    /** No form shows more parts of a list; longer ones are for programs and tables. */
    public static final int MOST_PARTS = 200;

    /** How it is filled in. */
    public enum Kind {
        TEXT, LONG_TEXT,
        /** A number of agorot, typed in shekels. */
        AMOUNT, NUMBER, DAY,
        /** A word of an enumeration. */
        CHOICE,
        /** Yes or no. */
        FLAG,
        /** A bare id of something that exists. */
        THING,
        /** A subject: an id with its type, of one of several types. */
        SUBJECT,
        /** The id of what is created, which people choose. */
        NATURAL_KEY,
        /** The id of what is created, which the service makes. */
        NEW_ID, LIST,
        /** Anything: the fields of a fact that a correction is about. */
        OPEN
    }

    /** The same field under another name. */
    public Field named(String other) {
        return new Field(other, kind, type, required, min, max, things, parts);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it names something that exists already. */
    public boolean names() {
        return kind == Kind.THING || kind == Kind.SUBJECT;
    }

    /** Whether a list's parts are plain values, not records. */
    public boolean ofPlainParts() {
        return kind == Kind.LIST && parts.getFirst().name().isEmpty();
    }
}
