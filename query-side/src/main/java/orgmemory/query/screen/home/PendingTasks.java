// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.home;

import java.util.List;
import orgmemory.query.screen.Page;

/** What waits for the reader of a page. Each topic tells its own. */
public interface PendingTasks {

    /**
     * Something that waits for the reader, with the place where it can be done.
     *
     * @param sentence in the bundles under {@code need.}
     * @param named    what the sentence names, as the language writes it
     */
    record PendingTask(String sentence, List<String> named, String target, String icon, String tone) {
    }

    /** What waits now; nothing in the past. */
    List<PendingTask> of(Page page);
}
