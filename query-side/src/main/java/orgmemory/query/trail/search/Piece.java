// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.search.Question.Mark;

/**
 * A piece of what a result shows.
 *
 * @param found  whether it is what was asked for
 * @param words  whether it is words of a sentence, not something that is named in one
 * @param target where one reads more of it; null where there is nothing more
 */
record Piece(String text, boolean found, boolean words, @Nullable String target) {

    /** A text in pieces, as its marks divide it. */
    static List<Piece> of(String text, List<Mark> marks, boolean words, @Nullable String target) {
        return of(text, 0, text.length(), marks, words, target);
    }

    /** A part of a text in pieces. */
    static List<Piece> of(String text, int from, int to, List<Mark> marks, boolean words,
            @Nullable String target) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (var mark : marks) {
            if (mark.start() < at || mark.end() > to) {
                continue;
            }
            if (mark.start() > at) {
                pieces.add(new Piece(text.substring(at, mark.start()), false, words, target));
            }
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true, words, target));
            at = mark.end();
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false, words, target));
        }
        return pieces;
    }
}
