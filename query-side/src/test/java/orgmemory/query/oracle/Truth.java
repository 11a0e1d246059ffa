// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Json;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;

/** What a history means, in the plainest way: every question is answered by reading everything from the beginning. */
final class Truth {

    private Truth() {
    }

    /** The facts up to the end of a day, as known at a position, in the order in which they fold. */
    static List<Fact> facts(History history, LocalDate asOf, long knownOn) {
        var known = history.events().stream().filter(event -> event.position() <= knownOn).toList();
        var facts = new ArrayList<Fact>();
        for (var event : known) {
            if (!(event.event() instanceof CorrectionEvent)) {
                standing(event, known, facts);
            }
        }
        facts.removeIf(fact -> fact.envelope().occurredOn().isAfter(asOf));
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
    static <S> SortedMap<String, S> states(View<S> view, History history, LocalDate asOf, long knownOn) {
        var states = new TreeMap<String, S>();
        for (var fact : facts(history, asOf, knownOn)) {
            for (var key : view.keys(fact)) {
                states.put(key, view.evolve(states.getOrDefault(key, view.initial(key)), fact));
            }
        }
        states.replaceAll((key, state) -> view.at(state, asOf));
        return states;
    }
}
