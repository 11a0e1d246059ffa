// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/** Works out what each event does to the facts: corrections name an original, and may be corrected again. */
public final class Standings {

    /**
     * A fact that is or was corrected.
     *
     * @param original as it was recorded
     * @param now      as it stands; null where it is annulled
     */
    public record Standing(Fact original, @Nullable Fact now) {
    }

    /**
     * An event with what it does.
     *
     * @param step     null where it changes no fact
     * @param corrects the corrected fact as it was recorded; null for a fact
     */
    public record Arrival(StoredEvent stored, @Nullable FactChange step, @Nullable Fact corrects) {
    }

    /** Finds facts that were recorded earlier. */
    @FunctionalInterface
    public interface Earlier {

        /** How the facts stand, by event id; those that are not known are absent. */
        Map<String, Standing> standing(Collection<String> eventIds);
    }

    private final EventCodec codec;
    private final Earlier earlier;

    public Standings(EventCodec codec, Earlier earlier) {
        this.codec = codec;
        this.earlier = earlier;
    }

    /** Follows some events, which come right after all that is known earlier. */
    public List<Arrival> follow(List<StoredEvent> events) {
        var known = known(events);
        var arrivals = new ArrayList<Arrival>(events.size());
        for (var stored : events) {
            arrivals.add(stored.event() instanceof CorrectionEvent correction
                    ? corrected(stored, correction, known)
                    : recorded(stored, known));
        }
        return arrivals;
    }

    private Map<String, Standing> known(List<StoredEvent> events) {
        var named = new HashSet<String>();
        for (var stored : events) {
            if (stored.event() instanceof CorrectionEvent correction) {
                named.add(correction.eventId());
            }
        }
        var known = new HashMap<String, Standing>();
        if (!named.isEmpty()) {
            known.putAll(earlier.standing(named));
        }
        return known;
    }

    private static Arrival recorded(StoredEvent stored, Map<String, Standing> known) {
        var fact = new Fact(stored.position(), stored.eventId(), stored.envelope(), stored.recordedAt(),
                stored.event());
        known.put(stored.eventId(), new Standing(fact, fact));
        return new Arrival(stored, FactChange.of(fact), null);
    }

    private Arrival corrected(StoredEvent stored, CorrectionEvent correction, Map<String, Standing> known) {
        var standing = known.get(correction.eventId());
        if (standing == null) {
            return new Arrival(stored, null, null);
        }
        var now = apply(standing.original(), correction, codec);
        known.put(correction.eventId(), new Standing(standing.original(), now));
        var step = standing.now() == null && now == null
                ? null
                : new FactChange(stored.position(), standing.now(), now);
        return new Arrival(stored, step, standing.original());
    }

    /** The fact as a correction of it says it; null where it is annulled. */
    public static @Nullable Fact apply(Fact original, CorrectionEvent correction, EventCodec codec) {
        return switch (correction) {
            case RecordAnnulled annulled -> null;
            case RecordCorrected right -> new Fact(original.position(), original.eventId(),
                    original.envelope().occurredOn(right.occurredOn()), original.recordedAt(),
                    codec.decode(right.name(), right.revision(), right.replacement()));
        };
    }
}
