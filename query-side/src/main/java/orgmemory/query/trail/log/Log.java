// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;

/**
 * A page of the record.
 *
 * @param count  how many facts there are to be seen in all
 * @param more   whether there are even more than that
 * @param next   cursor of the next page; null where this is the last
 * @param actors whose facts one may ask for
 * @param kinds  kinds of facts by their topic
 */
public record Log(List<Row> rows, int count, boolean more, @Nullable Long next, List<Subject> actors,
        List<Topic> kinds) {

    /** The kinds of facts of a topic, by their stored names. */
    public record Topic(String name, List<String> kinds) {
    }
}
