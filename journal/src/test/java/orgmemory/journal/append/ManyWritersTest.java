// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyWritersTest {

    private static final int WRITERS = 32;
    private static final int ROUNDS = 12;

    private final TestDatabase database = TestDatabase.with("journal");
    private final EventCodec codec = new EventCodec();
    private final Journal journal = new Journal(database.app(), codec);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostRaces = new AtomicInteger();

    @Test
    void positions_have_no_gaps_and_appear_in_their_order() throws Exception {
        try (var commits = appender()) {
            writeAndFollow(List.of(commits));
        }
    }

    @Test
    void two_appenders_on_one_database_keep_one_order() throws Exception {
        try (var one = appender(); var other = appender()) {
            writeAndFollow(List.of(one, other));
        }
    }

    /** The companion writes for cuts alone, and fails now and then, so that groups are rolled back too. */
    private GroupCommit appender() {
        var calls = new AtomicInteger();
        return new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of(new AppendCompanion() {

            @Override
            public boolean concerns(List<StoredEvent> events) {
                return events.stream().anyMatch(stored -> stored.event() instanceof BudgetCutProposed);
            }

            @Override
            public void write(Connection connection, List<StoredEvent> events) {
                if (calls.incrementAndGet() % 7 == 0) {
                    throw new Rejected("now.and-then");
                }
            }
        }));
    }

    private void writeAndFollow(List<GroupCommit> appenders) throws Exception {
        var followed = new ArrayList<StoredEvent>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(threads.submit(() -> write(appenders.get(writer % appenders.size()), writer)));
            }
            // Whoever reads on from where they were misses nothing: what is there is there up to its position.
            boolean done;
            do {
                done = writers.stream().allMatch(Future::isDone);
                followed.addAll(journal.after(followed.size(), 100));
                assertThat(followed.isEmpty() ? 0 : followed.getLast().position()).isEqualTo(followed.size());
            } while (!done || followed.size() < journal.head());
            for (var writer : writers) {
                writer.get();
            }
        }
        assertThat(followed).extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, followed.size()).boxed().toList());
        assertThat(followed).extracting(StoredEvent::eventId)
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(refused).isNotEmpty();
        assertThat(lostRaces).hasPositiveValue();
        assertStreamsHaveNoGaps(followed);
    }

    /** Each round: a fact of one's own, one on a stream that all write to, and an id that all claim. */
    private void write(GroupCommit commits, int writer) {
        var common = Subject.of("budget-year/COMMON");
        for (int round = 0; round < ROUNDS; round++) {
            append(commits, Facts.next(Facts.forecast("BY-" + writer, round)));
            long head = journal.lastSequence(common).orElse(-1);
            append(commits, Facts.at(head + 1, Facts.forecast("COMMON", round)));
            append(commits, Facts.next(Facts.cut("BY-" + writer, "C-" + round, 1)));
        }
    }

    private void append(GroupCommit commits, NewEvent event) {
        try {
            commits.append(List.of(event), AppendConditions.none());
            acknowledged.add(event.eventId());
        } catch (Rejected rule) {
            refused.add(event.eventId());
        } catch (ConcurrencyException race) {
            lostRaces.incrementAndGet();
            refused.add(event.eventId());
        }
    }

    private static void assertStreamsHaveNoGaps(List<StoredEvent> events) {
        var sequences = new HashMap<Subject, Long>();
        var versions = new HashMap<Subject, Long>();
        for (var event : events) {
            assertThat(event.sequence())
                    .isEqualTo(sequences.merge(event.stream(), 0L, (last, zero) -> last + 1));
            assertThat(event.entityVersion()).isEqualTo(versions.merge(event.entity(), 1L, Long::sum));
        }
    }
}
