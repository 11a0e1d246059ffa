// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.trail.log.Row;

/**
 * A fact that was found, with what it was found by.
 *
 * @param sentence what happened
 * @param texts    of what people wrote, the places that were found
 * @param named    whom and what it concerns, or who recorded it, that is called as was asked for and is marked nowhere else
 */
record Result(Row row, List<Piece> sentence, List<Said> texts, List<Subject> named) {

    /** Places of something that was written, under what it is called. */
    record Said(String label, List<Piece> pieces) {
    }
}
