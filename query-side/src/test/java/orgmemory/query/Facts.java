// SPDX-License-Identifier: Apache-2.0
package orgmemory.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Facts in the order in which they were recorded: at noon of the day they happened, unless something else is said. */
public class Facts {

    private final List<Fact> facts = new ArrayList<>();
    private LocalDate day = LocalDate.of(2016, 10, 5);
    private Instant now = Instant.EPOCH;
    private Subject actor = Subject.of("person", "REC");
    private @Nullable Subject onBehalfOf;
    private Visibility visibility = Visibility.INSTITUTE;

    /** What follows happened on that day. Time never runs backwards, so what is told late is recorded late. */
    public void on(LocalDate newDay) {
        day = newDay;
        recordedOn(newDay);
    }

    /** What follows was recorded on that day, or later. */
    public void recordedOn(LocalDate recordingDay) {
        var noon = recordingDay.atTime(12, 0).toInstant(ZoneOffset.UTC);
        now = noon.isAfter(now) ? noon : now;
    }

    /** What follows was recorded by that person. */
    public void by(String person) {
        actor = Subject.of("person", person);
    }

    /** What follows was recorded for somebody else; null for nobody. */
    public void onBehalfOf(@Nullable Subject other) {
        onBehalfOf = other;
    }

    /** What follows may be seen by those alone: {@code PARTIES(D4,P6)}. */
    public void seenBy(String those) {
        visibility = Visibility.of(those);
    }

    /** Says that the fact recorded last should have had that day and payload. */
    public void corrected(Event right, LocalDate rightDay, String reason) {
        var wrong = facts.getLast();
        var storedAs = Catalogue.storedAs(right.getClass());
        add(new RecordCorrected(wrong.event().stream(), wrong.event().entity(), wrong.eventId(),
                storedAs.value(), storedAs.revision(), rightDay,
                (ObjectNode) Json.mapper().valueToTree(right),
                reason));
    }

    /** Says that the fact recorded last never was. */
    public void annulled(String reason) {
        var wrong = facts.getLast();
        add(new RecordAnnulled(wrong.event().stream(), wrong.event().entity(), wrong.eventId(), reason));
    }

    public void add(Event event) {
        var envelope = new Envelope(actor, Capacity.MGR, onBehalfOf, Attestation.SELF, day, event.stream(),
                null, visibility, null, Language.he, "command-" + facts.size());
        long position = facts.size() + 1L;
        now = now.plusSeconds(1);
        facts.add(new Fact(position, "event-" + position, envelope, now, event));
    }

    /** Records these facts as well, after the others. */
    public void include(Facts others) {
        var before = onBehalfOf;
        others.facts().forEach(fact -> {
            on(fact.day());
            by(fact.envelope().actor().id());
            onBehalfOf(fact.envelope().onBehalfOf());
            seenBy(fact.envelope().visibility().toString());
            add(fact.event());
        });
        onBehalfOf(before);
        seenBy(Visibility.INSTITUTE.toString());
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** The state of a key at the end of a day, folded plainly in the order of (day, position). */
    public <S> S fold(View<S> view, String key, LocalDate asOf) {
        var state = view.initial(key);
        for (var fact : facts.stream()
                .sorted(Comparator.comparing(Fact::day).thenComparingLong(Fact::position))
                .toList()) {
            if (!fact.day().isAfter(asOf) && view.keys(fact).contains(key)) {
                state = view.evolve(state, fact);
            }
        }
        return view.at(state, asOf);
    }

    /** The state of a key after all facts. */
    public <S> S fold(View<S> view, String key) {
        return fold(view, key, LocalDate.of(9999, 12, 31));
    }

    /** The same facts as the journal would keep them. */
    public List<StoredEvent> stored() {
        var sequences = new HashMap<Subject, Long>();
        var versions = new HashMap<Subject, Long>();
        return facts.stream().map(fact -> {
            var event = fact.event();
            var storedAs = Catalogue.storedAs(event.getClass());
            return new StoredEvent(fact.position(), fact.eventId(), event.stream(),
                    sequences.merge(event.stream(), 1L, Long::sum) - 1, event.entity(),
                    versions.merge(event.entity(), 1L, Long::sum), storedAs.value(), storedAs.revision(),
                    fact.recordedAt(), fact.envelope(), event);
        }).toList();
    }
}
