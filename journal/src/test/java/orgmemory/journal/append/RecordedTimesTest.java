// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of recording never go back along the positions, whatever the clocks of the machines do, between runs too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedTimesTest {

    private static final int PROCESSES = 3;
    private static final int STEPS = Integer.getInteger("recorded-times.steps", 120);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456789Z");

    private final TestDatabase database = TestDatabase.with("journal");
    private final Journal journal = new Journal(database.app(), new EventCodec());

    /** A process on the database, on a machine whose clock is turned at will. */
    private final class Machine {

        private final AtomicReference<Instant> system = new AtomicReference<>(NOW);
        private MemoryClock clock = MemoryClock.of(journal, system::get);
        private GroupCommit commits = commits();

        private GroupCommit commits() {
            return new GroupCommit(database.app(), new EventCodec(), clock, List.of());
        }

        private void startAgain() {
            commits.close();
            clock = MemoryClock.of(journal, system::get);
            commits = commits();
        }

        private void turn(Duration by) {
            var before = clock.instant();
            system.updateAndGet(now -> now.plus(by));
            assertThat(clock.instant()).isAfterOrEqualTo(before).isAfterOrEqualTo(system.get());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void they_are_in_the_order_of_positions(long seed) {
        var chance = new Random(seed);
        var machines = new ArrayList<Machine>();
        for (int i = 0; i < PROCESSES; i++) {
            machines.add(new Machine());
        }
        for (int step = 0; step < STEPS; step++) {
            var machine = machines.get(chance.nextInt(PROCESSES));
            switch (chance.nextInt(6)) {
                case 0 -> machine.turn(Duration.ofSeconds(chance.nextInt(-100_000, 100_000)));
                case 1 -> machine.turn(Duration.ofNanos(chance.nextInt(2_000)));
                case 2 -> machine.startAgain();
                default -> machine.commits.append(List.of(Facts.next(Facts.forecast("BY2017", step))),
                        AppendConditions.none());
            }
        }
        machines.forEach(machine -> machine.commits.close());

        var times = journal.after(0, STEPS).stream().map(StoredEvent::recordedAt).toList();
        assertThat(times).hasSizeGreaterThan(STEPS / 4).isSorted();
    }
}
