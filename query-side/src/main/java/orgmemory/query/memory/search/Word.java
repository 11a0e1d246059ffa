// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or number of a text.
 *
 * @param start   where it begins in the text as it was written
 * @param end     where it ends there
 * @param form    what it is compared as
 * @param number  whether it is a number
 * @param others  what else it is found as, where it is recorded
 * @param instead what may be found in its place, where it is asked for
 */
record Word(int start, int end, String form, boolean number, List<String> others, List<String> instead) {

    /** Longer words are compared by their beginning and a digest: an index holds no long ones. */
    static final int LONGEST = 100;

    static Word of(int start, int end, String form, boolean number) {
        var word = new Word(start, end, shortened(form), number, new ArrayList<>(2), new ArrayList<>(2));
        if (form.length() > LONGEST) {
            word.others.add(head(form));
        }
        return word;
    }

    /** Whether it is one of the Hebrew letters, or some of them, that are written together with the next word. */
    boolean isPrefix() {
        return Prefixes.ALL.contains(form);
    }

    void alsoFoundAs(String other) {
        others.add(shortened(other));
    }

    void orInstead(String other) {
        instead.add(shortened(other));
    }

    /** The beginning of a long word: so many characters are there, since each takes two places at most. */
    static String head(String form) {
        return form.substring(0, form.offsetByCodePoints(0, LONGEST / 2));
    }

    private static String shortened(String form) {
        return form.length() <= LONGEST ? form : head(form) + "." + Integer.toHexString(form.hashCode());
    }
}
