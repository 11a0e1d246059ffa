// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import orgmemory.journal.TestDatabase;
import orgmemory.query.oracle.history.History;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The memory on PostgreSQL agrees with a fold that shares no code with it: on both clocks, live and folded anew, with any
 * batches, and whatever step it died at.
 */
class MemoryOnPostgresProperties {

    private static final DataSource DATABASE = hasty(TestDatabase.with("memory").app());

    private final Remembered remembered = new Remembered(DATABASE);

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(10);
    }

    @Property
    void every_answer_on_both_clocks_is_true_live_and_folded_anew(@ForAll("histories") History history,
            @ForAll @IntRange(min = 1, max = 7) int batch, @ForAll Random random) {
        var feed = remembered.emptied(history);
        try (var processor = remembered.processor(feed, batch)) {
            for (var stop : stops(history, random)) {
                feed.recordUpTo(stop);
                processor.catchUp();
                remembered.agreesNowWith(history);
            }
            assertThat(remembered.memory().position()).isEqualTo(history.head());
            remembered.agreesWith(history, random);
            var live = remembered.kept();
            processor.rebuildAll();
            processor.catchUp();
            assertThat(remembered.kept()).isEqualTo(live);
            processor.rebuildFromZero();
            assertThat(remembered.kept()).isEqualTo(live);
            remembered.agreesNowWith(history);
        }
    }

    @Property
    void an_answer_once_given_for_a_past_knownOn_never_changes(@ForAll("histories") History history,
            @ForAll @IntRange(min = 1, max = 7) int batch, @ForAll Random random) {
        var feed = remembered.emptied(history);
        var given = new Given(remembered.memory(), random);
        try (var processor = remembered.processor(feed, batch)) {
            for (var stop : stops(history, random)) {
                feed.recordUpTo(stop);
                processor.catchUp();
                given.ask(history.days(), stop);
            }
            given.isAnsweredTheSame();
            processor.rebuildFromZero();
            given.isAnsweredTheSame();
        }
    }

    @Property
    void after_deaths_at_any_steps_another_goes_on_as_if_nothing_had_been(
            @ForAll("histories") History history,
            @ForAll @IntRange(min = 1, max = 7) int batch, @ForAll Random random) {
        var feed = remembered.emptied(history);
        feed.recordUpTo(history.head());
        for (int deaths = 0; deaths < 3; deaths++) {
            diesAfter(random.nextInt(200), feed, batch, random.nextBoolean());
            remembered.agreesNowWith(history);
        }
        assertThat(diesAfter(Integer.MAX_VALUE, feed, batch, false)).isFalse();
        assertThat(remembered.memory().position()).isEqualTo(history.head());
        remembered.agreesNowWith(history);
        var survived = remembered.kept();
        remembered.processor(feed, history.events().size()).rebuildFromZero();
        assertThat(survived).isEqualTo(remembered.kept());
    }

    @Provide
    Arbitrary<History> shortHistories() {
        return History.ofAtMost(5);
    }

    @Property(tries = 1)
    void whatever_step_it_dies_at_another_goes_on_as_if_nothing_had_been(
            @ForAll("shortHistories") History history) {
        var feed = remembered.emptied(history);
        feed.recordUpTo(history.head());
        var steps = 0;
        while (diesAfter(steps, feed, 3, true)) {
            remembered.agreesNowWith(history);
            steps++;
        }
        assertThat(steps).isPositive();
        remembered.agreesWith(history, new Random(steps));
    }

    /** The server outlives every death here, so nobody need wait for its disk. */
    private static DataSource hasty(DataSource database) {
        var hasty = (PGSimpleDataSource) database;
        hasty.setOptions(hasty.getOptions() + " -c synchronous_commit=off");
        return hasty;
    }

    /** Folds on a way to the database that is cut after so many steps; false where it came to its end before. */
    private boolean diesAfter(int steps, HistoryFeed feed, int batch, boolean rebuilds) {
        var crashing = CrashingDataSource.after(steps, DATABASE);
        try (var processor = Remembered.processor(crashing.dataSource(), feed, batch)) {
            processor.catchUp();
            if (rebuilds) {
                processor.rebuildAll();
                processor.catchUp();
            }
        } catch (RuntimeException died) {
            if (!crashing.crashed()) {
                throw died;
            }
        }
        remembered.awaitNobodyLeads();
        return crashing.crashed();
    }

    /** Where the journal's head stood each time the memory followed, the end among them. */
    private static SortedSet<Long> stops(History history, Random random) {
        var stops = new TreeSet<Long>();
        for (long position = 1; position < history.head(); position++) {
            if (random.nextBoolean()) {
                stops.add(position);
            }
        }
        stops.add(history.head());
        return stops;
    }
}
