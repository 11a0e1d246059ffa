// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.home;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;

/** What others did about the reader's own access, until the reader has said that they saw it. */
public interface Notices {

    /**
     * A link that somebody made for the reader.
     *
     * @param by       who
     * @param position of its fact
     * @param used     whether somebody came in by it
     */
    record Notice(Subject by, LocalDate day, long position, boolean used) {
    }

    /** The newest first; none where nobody is signed in, and none in the past. */
    List<Notice> of(Page page);
}
