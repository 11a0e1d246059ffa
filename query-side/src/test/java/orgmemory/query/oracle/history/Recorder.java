// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;

/** Numbers what is recorded as the journal does: positions, sequences, versions, and a clock that is set back at times. */
final class Recorder {

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<Subject, Long> sequences = new HashMap<>();
    private final Map<Subject, Long> versions = new HashMap<>();
    private LocalDate today = Imagined.FIRST_DAY.plusDays(3);

    LocalDate today() {
        return today;
    }

    void nextDay() {
        today = today.plusDays(1);
    }

    List<StoredEvent> events() {
        return List.copyOf(events);
    }

    /** What was recorded as a fact, without corrections and annulments. */
    List<StoredEvent> originals() {
        return events.stream().filter(event -> !(event.event() instanceof CorrectionEvent)).toList();
    }

    boolean has(Event event) {
        return events.stream()
                .anyMatch(recorded -> recorded.event().getClass() == event.getClass()
                        && recorded.entity().equals(event.entity()));
    }

    /** The last correction or annulment of the fact. */
    Optional<StoredEvent> lastWordOn(StoredEvent original) {
        return events.reversed()
                .stream()
                .filter(event -> event.event() instanceof CorrectionEvent correction
                        && correction.eventId().equals(original.eventId()))
                .findFirst();
    }

    /** The fact as it stood before any annulment, which is what a correction fills itself from. */
    StoredEvent asLastTold(StoredEvent original) {
        return events.reversed()
                .stream()
                .filter(event -> event.event() instanceof RecordCorrected correction
                        && correction.eventId().equals(original.eventId()))
                .findFirst()
                .map(event -> told(original, (RecordCorrected) event.event()))
                .orElse(original);
    }

    private static StoredEvent told(StoredEvent original, RecordCorrected correction) {
        return new StoredEvent(original.position(), original.eventId(), original.stream(),
                original.sequence(),
                original.entity(), original.entityVersion(), original.name(), original.revision(),
                original.recordedAt(), original.envelope().occurredOn(correction.occurredOn()),
                Json.mapper().treeToValue(correction.replacement(), original.event().getClass()));
    }

    /** The first fact of this kind about the thing, as it stands; none where it is annulled. */
    <E extends Event> Optional<E> standing(Class<E> type, Subject entity) {
        return originals().stream()
                .filter(event -> type.isInstance(event.event()) && event.entity().equals(entity))
                .findFirst()
                .filter(event -> !lastWordOn(event).map(word -> !(word.event() instanceof RecordCorrected))
                        .orElse(false))
                .map(event -> type.cast(asLastTold(event).event()));
    }

    void record(Event event, LocalDate day, boolean clockSetBack) {
        long position = events.size() + 1L;
        var storedAs = Catalogue.storedAs(event.getClass());
        var entity = event.entity();
        events.add(new StoredEvent(position, "E%02d".formatted(position), event.stream(),
                sequences.merge(event.stream(), 1L, Long::sum) - 1, entity,
                versions.merge(entity, 1L, Long::sum),
                storedAs.value(), storedAs.revision(), recordedAt(position, clockSetBack),
                envelope(day, position),
                event));
    }

    private Instant recordedAt(long position, boolean clockSetBack) {
        return today.minusDays(clockSetBack ? 1 : 0)
                .atTime(9, 0)
                .plusMinutes(position)
                .toInstant(ZoneOffset.UTC);
    }

    private static Envelope envelope(LocalDate day, long position) {
        return new Envelope(Subject.of("person/P1"), Capacity.MEM, null, Attestation.IMPORTED, day, null,
                null,
                Visibility.INSTITUTE, null, Language.en, "command-" + position);
    }
}
