// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import tools.jackson.databind.node.ObjectNode;

/** Tells of proposed cuts, and puts right what was told, with positions as the journal gives them. */
public final class Tellings {

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<Subject, Long> versions = new HashMap<>();
    private Instant now = Instant.parse("2017-01-01T08:00:00Z");
    private int taken;

    /** What follows is recorded then, one second after the other. */
    public Tellings recordedAt(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Tellings proposed(String round, String cut, String day, long agorot) {
        return proposed(round, cut, day, agorot, "Why " + cut);
    }

    public Tellings proposed(String round, String cut, String day, long agorot, String reason) {
        return add(proposal(round, cut, agorot, reason), day);
    }

    /** Says otherwise which round, day and amount the proposal of a cut had. */
    public Tellings corrected(String cut, String round, String day, long agorot) {
        var original = original(cut);
        var right = (ObjectNode) Json.mapper()
                .valueToTree(proposal(round, cut, agorot, "Right " + cut));
        return add(new RecordCorrected(original.stream(), original.entity(), original.eventId(),
                original.name(), original.revision(), LocalDate.parse(day), right, "Wrong"), today());
    }

    public Tellings annulled(String cut) {
        var original = original(cut);
        return add(
                new RecordAnnulled(original.stream(), original.entity(), original.eventId(), "Never was"),
                today());
    }

    /** Many proposals for some rounds, some of them told late, put right or annulled. */
    public Tellings many(int count, int rounds, long seed) {
        var dice = new Random(seed);
        var first = LocalDate.of(2016, 1, 1);
        for (int i = 0; i < count; i++) {
            int chance = dice.nextInt(100);
            var round = "R" + dice.nextInt(rounds);
            var day = first.plusDays(i / 40);
            var cut = "C" + events.size();
            var known = events.isEmpty() ? null : events.get(dice.nextInt(events.size())).event();
            if (chance < 3 && known instanceof BudgetCutProposed proposed) {
                corrected(proposed.cutId().value(), round, day.minusDays(dice.nextInt(5)).toString(), i);
            } else if (chance < 4 && known instanceof BudgetCutProposed proposed) {
                annulled(proposed.cutId().value());
            } else {
                proposed(round, cut, day.minusDays(chance < 10 ? dice.nextInt(5) : 0).toString(), i);
            }
        }
        return this;
    }

    /** What was told since the last time this was asked. */
    public List<StoredEvent> next() {
        var next = List.copyOf(events.subList(taken, events.size()));
        taken = events.size();
        return next;
    }

    public List<StoredEvent> all() {
        return List.copyOf(events);
    }

    private static BudgetCutProposed proposal(String round, String cut, long agorot, String reason) {
        return new BudgetCutProposed(new BudgetYearId("BY2017"), new RoundId(round), new CutId(cut),
                CutKind.OWN_LINE, new LineId("BY2017:D4"), agorot, reason, "Less paper");
    }

    private StoredEvent original(String cut) {
        return events.stream()
                .filter(event -> event.event() instanceof BudgetCutProposed proposed
                        && proposed.cutId().value().equals(cut))
                .findFirst()
                .orElseThrow();
    }

    private String today() {
        return now.toString().substring(0, 10);
    }

    private Tellings add(Event event, String day) {
        long position = events.size() + 1L;
        var storedAs = Catalogue.storedAs(event.getClass());
        var envelope = new Envelope(Subject.of("person/P1"), Capacity.MEM, null, Attestation.IMPORTED,
                LocalDate.parse(day), Subject.of("round/CR"), null, Visibility.INSTITUTE, null,
                Language.en, "command-" + position);
        events.add(new StoredEvent(position, "E" + position, event.stream(), position, event.entity(),
                versions.merge(event.entity(), 1L, Long::sum), storedAs.value(), storedAs.revision(), now,
                envelope, event));
        now = now.plusSeconds(1);
        return this;
    }
}
