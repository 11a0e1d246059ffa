// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.RecordEntry;
import orgmemory.query.memory.reading.RecordPage;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordQuery.Order;
import orgmemory.query.memory.reading.RecordReads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has been recorded, event by event: about whom, by whom, in which story, when? */
@RestController
class RecordPages {

    private static final Set<String> KNOWN = Set.of("subject", "story", "topic", "name", "actor", "text",
            "from", "to", "order", "cursor", "limit");
    private static final List<String> ORDERS = List.of("oldest", "newest", "best");
    private static final List<String> HEADER = List.of("position", "eventId", "recordedAt", "occurredOn",
            "name", "stream", "entity", "entityVersion", "actor", "capacity", "onBehalfOf", "attestation",
            "story", "subjects", "payload");

    private final RecordReads reads;
    private final Arrival arrival;
    private final Replies replies;
    private final ZoneId zone;

    RecordPages(RecordReads reads, Arrival arrival, Replies replies, ZoneId zone) {
        this.reads = reads;
        this.arrival = arrival;
        this.replies = replies;
        this.zone = zone;
    }

    @GetMapping("/api/record")
    ResponseEntity<byte[]> page(@RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request) {
        var parameters = new Parameters(given, KNOWN);
        var query = query(parameters, arrival.point(parameters));
        var page = reads.list(query);
        return replies.reply(request, List.of(page.position()), page.next(), page, () -> csv(page));
    }

    private RecordQuery query(Parameters given, BitemporalPoint point) {
        return new RecordQuery(given.subject("subject", null), given.subject("story", null),
                given.text("topic"), given.text("name"), given.subject("actor", "person"),
                given.text("text"), start(given.dayOrInstant("from")), end(given.dayOrInstant("to")), null,
                point.asOf(), point.knownOn(), given.number("cursor"),
                Order.valueOf(given.oneOf("order", ORDERS).toUpperCase(Locale.ROOT)), given.limit());
    }

    private @Nullable Instant start(@Nullable Object from) {
        return from instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : (Instant) from;
    }

    /** The first instant after: a day ends with the next one's start, and times are recorded to the microsecond. */
    private @Nullable Instant end(@Nullable Object to) {
        return switch (to) {
            case LocalDate day -> day.plusDays(1).atStartOfDay(zone).toInstant();
            case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
            case null, default -> null;
        };
    }

    private static byte[] csv(RecordPage page) {
        return Csv.of(HEADER, page.items().stream().map(RecordPages::row).toList());
    }

    private static List<String> row(RecordEntry entry) {
        return List.of(Long.toString(entry.position()), entry.eventId(), entry.recordedAt().toString(),
                entry.occurredOn().toString(), entry.name(), entry.stream(), entry.entity(),
                Long.toString(entry.entityVersion()), entry.actor(), entry.capacity(),
                Objects.requireNonNullElse(entry.onBehalfOf(), ""), entry.attestation(),
                Objects.requireNonNullElse(entry.story(), ""), String.join(" ", entry.subjects()),
                entry.payload());
    }
}
