// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;

/** What belongs to a thing of another topic, told by the topic that knows of it. */
public interface Belongings {

    /**
     * Something that belongs to something.
     *
     * @param of           what it is a part of, as a budget year
     * @param amountAgorot what it holds
     */
    record Belonging(Subject thing, Subject of, long amountAgorot) {
    }

    /** What belonged to it at that moment, the newest first. */
    List<Belonging> of(Subject thing, BitemporalPoint point);
}
