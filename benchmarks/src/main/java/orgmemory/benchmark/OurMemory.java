// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.time.LocalDate;
import java.util.List;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.JdbcFeed;
import orgmemory.journal.Journal;
import orgmemory.journal.append.NewEvent;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Ids;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.folding.Processor;

/** Our memory with the one view that is compared: totals of movements by year and kind, every version of them on both clocks. */
final class OurMemory implements AutoCloseable {

    private static final int FILLED_AT_ONCE = 200;

    private final OurJournal journal;
    private final JdbcFeed feed;
    private final Processor processor;
    private final TotalsByKind view = new TotalsByKind();

    OurMemory(OurJournal journal) {
        this.journal = journal;
        var codec = new EventCodec();
        this.feed = new JdbcFeed(journal.pool(), new Journal(journal.pool(), codec));
        this.processor = new Processor(journal.pool(), feed, new Views(List.of(view)), codec, new Arrivals());
    }

    /** Puts the events into the journal and the memory's record, outside the measurement. */
    void fill(List<PastMovementRecorded> events) {
        var envelope = new Envelope(Subject.of("person/MEM"), Capacity.MEM, null, Attestation.IMPORTED,
                LocalDate.of(2012, 3, 4), null, null, Visibility.INSTITUTE, null, Language.he, Ids.make());
        for (int from = 0; from < events.size(); from += FILLED_AT_ONCE) {
            var batch = events.subList(from, Math.min(from + FILLED_AT_ONCE, events.size()));
            journal.commits()
                    .append(batch.stream()
                            .map(event -> new NewEvent(Ids.make(), envelope, event, null))
                            .toList(), new AppendConditions(null, null, null));
        }
        processor.catchUp();
    }

    /** Events a second of a view that is folded anew from the record and switched to. */
    double rebuild(long events) {
        processor.rebuild(view.name());
        long start = System.nanoTime();
        processor.catchUp();
        return events / ((System.nanoTime() - start) / 1e9);
    }

    /** Events a second of the whole memory folded anew from the journal: the record and the view. */
    double rebuildFromZero(long events) {
        long start = System.nanoTime();
        processor.rebuildFromZero();
        return events / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        processor.close();
        feed.close();
    }
}
