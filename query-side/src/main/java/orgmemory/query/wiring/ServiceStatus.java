// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import java.util.List;
import orgmemory.journal.Feed;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.reading.Memory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does the memory follow the journal, and are all views well? Says nothing of what is remembered. */
@RestController
class ServiceStatus {

    private final Feed feed;
    private final Memory memory;

    ServiceStatus(Feed feed, Memory memory) {
        this.feed = feed;
        this.memory = memory;
    }

    /**
     * How the service stands.
     *
     * @param position the last event the memory holds
     * @param head     the last event recorded
     * @param lag      events it has not folded yet
     * @param broken   views that cannot be read
     */
    record Standing(long position, long head, long lag, List<String> broken) {
    }

    @GetMapping("/api/status")
    Standing status() {
        // The head is asked for last, so that the memory is never ahead of it.
        long position = memory.position();
        long head = feed.head();
        return new Standing(position, head, head - position, memory.status()
                .stream()
                .filter(status -> status.status() == ViewStatus.Status.BROKEN)
                .map(ViewStatus::view)
                .toList());
    }
}
