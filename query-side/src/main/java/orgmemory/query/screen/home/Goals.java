// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;

/** What all work towards together. Each topic tells its own. */
public interface Goals {

    /**
     * An amount that is to be reached, and how far it is; all in agorot.
     *
     * @param of what it is a part of, as a budget year
     */
    record Goal(Subject thing, @Nullable Subject of, long whole, long reached, long pending, long lacking) {
    }

    /** The goals of the moment that a page is about, the latest first. */
    List<Goal> of(Page page);
}
