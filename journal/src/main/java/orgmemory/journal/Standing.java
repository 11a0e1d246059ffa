// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Event;

/**
 * Which facts stand, and in which order: by the day they happened, then by position. Of all corrections of a fact the
 * latest counts; the fact keeps its position. An annulled fact is left out, until a later correction revives it.
 */
public final class Standing {

    /**
     * A fact on its way.
     *
     * @param source  what it was read from
     * @param eventId the original's id
     * @param day     the day it happened
     * @param event   what happened
     */
    public record Fact<T>(T source, String eventId, LocalDate day, Event event) {
    }

    private Standing() {
    }

    /** Applies the corrections among some facts, which are given by position. */
    public static <T> List<Fact<T>> of(List<Fact<T>> recorded, EventCodec codec) {
        var latest = new HashMap<String, CorrectionEvent>();
        for (var fact : recorded) {
            if (fact.event() instanceof CorrectionEvent correction) {
                latest.put(correction.eventId(), correction);
            }
        }
        var standing = new ArrayList<Fact<T>>(recorded.size());
        for (var fact : recorded) {
            if (!(fact.event() instanceof CorrectionEvent)) {
                switch (latest.get(fact.eventId())) {
                    case RecordAnnulled annulled -> {
                        // It never was.
                    }
                    case RecordCorrected right -> standing.add(corrected(fact, right, codec));
                    case null -> standing.add(fact);
                }
            }
        }
        // The sort is stable, so facts of one day keep the order of their positions.
        standing.sort(Comparator.comparing(Fact::day));
        return standing;
    }

    /** The same for events as they are stored: envelopes carry the day as it stands. */
    public static List<StoredEvent> ofStored(List<StoredEvent> recorded, EventCodec codec) {
        var facts = recorded.stream()
                .map(stored -> new Fact<>(stored, stored.eventId(), stored.envelope().occurredOn(),
                        stored.event()))
                .toList();
        return of(facts, codec).stream().map(Standing::asItStands).toList();
    }

    private static <T> Fact<T> corrected(Fact<T> fact, RecordCorrected right, EventCodec codec) {
        var replacement = codec.decode(right.name(), right.revision(), right.replacement());
        return new Fact<>(fact.source(), fact.eventId(), right.occurredOn(), replacement);
    }

    private static StoredEvent asItStands(Fact<StoredEvent> fact) {
        var stored = fact.source();
        return new StoredEvent(stored.position(), stored.eventId(), stored.stream(), stored.sequence(),
                stored.entity(), stored.entityVersion(), stored.name(), stored.revision(),
                stored.recordedAt(), stored.envelope().occurredOn(fact.day()), fact.event());
    }
}
