// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Json;
import orgmemory.query.memory.Fact;
import orgmemory.query.oracle.history.History;
import orgmemory.query.memory.View;

/** What a history means, in the plainest way: every question is answered by reading everything from the beginning. */
public final class Truth {

    private Truth() {
    }

    /** All facts as known at a position, in the order in which they fold. */
    public static List<Fact> facts(History history, long knownOn) {
        var known = history.events().stream().filter(event -> event.position() <= knownOn).toList();
        var facts = new ArrayList<Fact>();
        for (var event : known) {
            if (!(event.event() instanceof CorrectionEvent)) {
                standing(event, known, facts);
            }
        }
        facts.sort(comparing((Fact fact) -> fact.envelope().occurredOn()).thenComparingLong(Fact::position));
        return facts;
    }

    private static void standing(StoredEvent original, List<StoredEvent> known, List<Fact> facts) {
        var day = original.envelope().occurredOn();
        var payload = original.event();
        var stands = true;
        for (var later : known) {
            if (later.event() instanceof RecordCorrected corrected
                    && corrected.eventId().equals(original.eventId())) {
                day = corrected.occurredOn();
                payload = Json.mapper().treeToValue(corrected.replacement(), original.event().getClass());
                stands = true;
            } else if (later.event() instanceof RecordAnnulled annulled
                    && annulled.eventId().equals(original.eventId())) {
                stands = false;
            }
        }
        if (stands) {
            facts.add(new Fact(original.position(), original.eventId(), original.envelope().occurredOn(day),
                    original.recordedAt(), payload));
        }
    }

    /** Every state of a view as of a day, by key; keys that no fact concerns are absent. */
    public static <S> SortedMap<String, S> states(View<S> view, List<Fact> facts, LocalDate asOf) {
        var states = new TreeMap<String, S>();
        for (var fact : facts) {
            if (!fact.envelope().occurredOn().isAfter(asOf)) {
                for (var key : new TreeSet<>(view.keys(fact))) {
                    states.put(key, view.evolve(states.getOrDefault(key, view.initial(key)), fact));
                }
            }
        }
        states.replaceAll((key, state) -> view.at(state, asOf));
        return states;
    }
}
