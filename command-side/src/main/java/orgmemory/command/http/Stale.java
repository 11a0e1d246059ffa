// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orgmemory.access.HttpProblem;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** The answer to whoever names a version that something no longer has: what has happened to it in between. */
final class Stale {

    private static final int TOLD = 100;

    private Stale() {
    }

    static HttpProblem problem(Journal journal, Subject entity, long expected, long current) {
        var since = journal.entitySince(entity, expected)
                .stream()
                // What not all may see is counted, and not told.
                .filter(event -> event.envelope().visibility().isOpen())
                .limit(TOLD)
                .map(Stale::summary)
                .toList();
        return new HttpProblem(412, "version.stale", entity, Long.toString(expected), Long.toString(current))
                .with("entity", entity)
                .with("version", current)
                .with("events", List.copyOf(since))
                .header("ETag", "\"" + current + "\"");
    }

    private static Map<String, Object> summary(StoredEvent event) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("eventId", event.eventId());
        summary.put("name", event.name());
        summary.put("actor", event.envelope().actor());
        summary.put("occurredOn", event.envelope().occurredOn());
        summary.put("recordedAt", event.recordedAt());
        return summary;
    }

    /** The version to append at. A stale one is told at once; of what does not exist, the decision tells. */
    static @Nullable Long version(Journal journal, Subject entity, IfMatch wanted) {
        long current = journal.version(entity);
        if (wanted.matches(current)) {
            return wanted.any() ? null : current;
        }
        if (wanted.versions().isEmpty()) {
            throw IfMatch.none(entity, current);
        }
        if (current != 0) {
            throw problem(journal, entity, wanted.versions().getLast(), current);
        }
        return wanted.versions().getLast();
    }
}
