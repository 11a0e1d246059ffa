// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orgmemory.query.memory.search.Question.Mark;

/** The places of a text where its marks stand, with some of what stands around them. */
final class Snippets {

    private static final int AROUND = 70;
    private static final int MOST = 3;
    private static final Piece GAP = new Piece(" … ", false, true, null);

    private Snippets() {
    }

    /** Pieces of the first places that fit; none where there are no marks. */
    static List<Piece> of(String text, List<Mark> marks) {
        var pieces = new ArrayList<Piece>();
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        int end = 0;
        int shown = 0;
        for (int i = 0; i < marks.size() && shown < MOST; shown++) {
            int from = Math.max(end, before(breaks, marks.get(i).start() - AROUND));
            int last = i;
            int to = after(breaks, marks.get(last).end() + AROUND, text.length());
            while (last + 1 < marks.size() && marks.get(last + 1).start() <= to) {
                last++;
                to = after(breaks, marks.get(last).end() + AROUND, text.length());
            }
            if (from > end) {
                pieces.add(GAP);
            }
            pieces.addAll(Piece.of(text, from, to, marks.subList(i, last + 1), true, null));
            end = to;
            i = last + 1;
        }
        if (!pieces.isEmpty() && end < text.length()) {
            pieces.add(GAP);
        }
        return pieces;
    }

    private static int before(BreakIterator breaks, int place) {
        return place <= 0 ? 0 : breaks.preceding(place + 1);
    }

    private static int after(BreakIterator breaks, int place, int length) {
        return place >= length ? length : breaks.following(place - 1);
    }
}
