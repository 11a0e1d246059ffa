// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
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
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.reading.RecordEntry;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordQuery.Order;
import tools.jackson.databind.node.ObjectNode;

/** A memory to look for words in: texts are the reasons of proposals. */
final class Findings {

    private final TestMemory memory = TestMemory.of(new Told());
    private final Map<Subject, Long> versions = new HashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private int folded;

    /** A proposal with that reason; answers its position. */
    long text(String reason) {
        return add(proposal(reason, 1), "person/P0", null);
    }

    static BudgetCutProposed proposal(String reason, long agorot) {
        return new BudgetCutProposed(new BudgetYearId("BY"), new RoundId("R"), new CutId("C"),
                CutKind.OWN_LINE,
                new LineId("BY:L"), agorot, reason, "");
    }

    /** Any event, said by somebody on somebody's behalf or on nobody's. */
    long add(Event event, String actor, @Nullable String onBehalfOf) {
        long position = events.size() + 1L;
        var storedAs = Catalogue.storedAs(event.getClass());
        var envelope = new Envelope(Subject.of(actor), Capacity.MEM,
                onBehalfOf == null ? null : Subject.of(onBehalfOf), Attestation.IMPORTED,
                LocalDate.of(2016, 12, 1), null, null, Visibility.INSTITUTE, null, Language.he,
                "command-" + position);
        events.add(new StoredEvent(position, "E" + position, event.stream(), position, event.entity(),
                versions.merge(event.entity(), 1L, Long::sum), storedAs.value(), storedAs.revision(),
                Instant.parse("2017-01-01T08:00:00Z").plusSeconds(position), envelope, event));
        return position;
    }

    /** Says that what stands at a position should have been that. */
    long correct(long position, Event right) {
        var original = events.get((int) position - 1);
        return add(new RecordCorrected(original.stream(), original.entity(), original.eventId(),
                original.name(), original.revision(), LocalDate.of(2016, 12, 1),
                Json.mapper().<ObjectNode>valueToTree(right), "Misheard"), "person/P0", null);
    }

    TestMemory fold() {
        memory.record(List.copyOf(events.subList(folded, events.size()))).fold(1_000);
        folded = events.size();
        return memory;
    }

    /** What is found, the best first. */
    List<Long> find(String words) {
        return find(words, null, Order.BEST, 1_000);
    }

    List<Long> find(String words, @Nullable Long knownOn, Order order, int aPage) {
        fold();
        var found = new ArrayList<Long>();
        @Nullable
        Long cursor = null;
        do {
            var page = memory.recordReads()
                    .list(new RecordQuery(null, null, null, null, null, words, null, null, null, null,
                            knownOn, cursor, order, aPage));
            page.items().stream().map(RecordEntry::position).forEach(found::add);
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
