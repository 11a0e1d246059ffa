// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import orgmemory.journal.append.GroupCommit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The system's clock is turned by hand here; a restart is a new clock on the same journal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant FIRST = Instant.parse("2016-09-01T06:00:00Z");
    private static final Instant LAST = Instant.parse("2016-11-25T07:00:00Z");

    private final TestDatabase database = TestDatabase.with("journal");
    private final Journal journal = new Journal(database.app(), new EventCodec());
    private final AtomicReference<Instant> system = new AtomicReference<>(NOW);

    @Test
    void a_memory_without_a_story_has_the_systems_time() {
        var clock = restarted();
        assertThat(clock.ofStory()).isFalse();
        assertThat(clock.instant()).isEqualTo(NOW);
        passes(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void a_system_clock_that_is_set_back_makes_the_clock_go_slower_until_both_are_level() {
        var clock = restarted();
        record(clock);
        passes(Duration.ofHours(-3));
        assertThat(clock.instant()).isEqualTo(NOW);
        passes(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));

        var restarted = restarted();
        assertThat(restarted.instant()).as("from what was recorded last").isEqualTo(NOW);
        passes(Duration.ofHours(1));
        assertThat(restarted.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        passes(Duration.ofHours(3));
        assertThat(restarted.instant()).as("level again").isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void a_story_is_recorded_at_its_own_moments_while_real_time_passes() {
        var clock = restarted();
        clock.standAt(FIRST);
        passes(Duration.ofSeconds(5));
        record(clock);
        assertThat(clock.ofStory()).isTrue();
        assertThat(journal.lastRecorded()).hasValue(FIRST);
        clock.standAt(FIRST.minusSeconds(1));
        assertThat(clock.instant()).as("never back").isEqualTo(FIRST);
    }

    @Test
    void the_storys_clock_goes_on_as_real_time_does_and_so_over_a_restart() {
        var clock = told();
        assertThat(clock.instant()).isEqualTo(LAST);
        passes(Duration.ofMinutes(90));
        assertThat(clock.instant()).isEqualTo(LAST.plus(Duration.ofMinutes(90)));
        passes(Duration.ofDays(2));
        assertThat(restarted().ofStory()).isTrue();
        assertThat(restarted().instant()).isEqualTo(LAST.plus(Duration.ofDays(2).plusMinutes(90)));
    }

    @Test
    void a_system_clock_that_is_set_back_sets_the_storys_clock_neither_back_nor_to_rest() {
        var clock = told();
        passes(Duration.ofHours(3));
        var before = clock.instant();
        record(clock);
        passes(Duration.ofDays(-400));
        assertThat(clock.instant()).isEqualTo(before);
        passes(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(60));

        passes(Duration.ofDays(-400));
        var restarted = restarted();
        assertThat(restarted.instant()).isEqualTo(before);
        passes(Duration.ofMinutes(1));
        assertThat(restarted.instant()).isEqualTo(before.plusSeconds(60));
    }

    @Test
    void a_story_that_was_interrupted_goes_on_from_what_was_recorded_last() {
        var clock = restarted();
        clock.standAt(FIRST);
        record(clock);
        clock.startFrom(LAST, journal);

        passes(Duration.ofMinutes(10));
        var restarted = restarted();
        assertThat(restarted.instant()).isEqualTo(LAST.plusSeconds(600));
        restarted = restarted();
        restarted.standAt(FIRST.minusSeconds(60));
        assertThat(restarted.instant()).as("what was told before is passed over").isEqualTo(FIRST);
        restarted.standAt(LAST.minusSeconds(60));
        record(restarted);
        restarted.startFrom(LAST, journal);
        restarted.goOn();
        assertThat(restarted.instant()).isEqualTo(LAST.plusSeconds(600));
        assertThat(journal.lastRecorded()).hasValue(LAST.minusSeconds(60));
    }

    private MemoryClock told() {
        var clock = restarted();
        clock.standAt(FIRST);
        record(clock);
        clock.startFrom(LAST, journal);
        clock.standAt(LAST);
        clock.goOn();
        return clock;
    }

    private MemoryClock restarted() {
        return MemoryClock.of(journal, system::get);
    }

    private void passes(Duration time) {
        system.updateAndGet(now -> now.plus(time));
    }

    private void record(MemoryClock clock) {
        try (var commits = new GroupCommit(database.app(), new EventCodec(), clock, List.of())) {
            commits.append(List.of(Facts.next(Facts.forecast("BY2017", 1))), AppendConditions.none());
        }
    }
}
