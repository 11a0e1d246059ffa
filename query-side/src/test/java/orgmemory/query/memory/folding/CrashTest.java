// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.journal.EventCodec;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.Views;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {

    private static final int BATCH = 10;

    private final Views views = new Views(List.of(new Told(), new CutBoard()));

    @Test
    void after_a_crash_between_any_two_steps_nothing_is_missing_and_nothing_is_there_twice() {
        var tellings = new Tellings();
        var memory = TestMemory.of(new Told(), new CutBoard());
        boolean cut = true;
        int crashes = 0;
        for (int call = 1; cut; call++) {
            memory.record(tellings.many(BATCH, 3, call).next());
            cut = foldCutAt(memory, call);
            crashes += cut ? 1 : 0;
            // Each commit is a whole batch of record, views and position, or nothing of it.
            assertThat(memory.memory().position() % BATCH).isZero();
        }
        assertThat(crashes).isGreaterThan(20);
        var whole = TestMemory.of(new Told(), new CutBoard()).record(tellings.all()).fold(1_000);
        assertThat(memory.fold(BATCH).rows()).isEqualTo(whole.rows());
    }

    @Test
    void a_rebuild_that_is_cut_anywhere_goes_on_where_it_was() {
        var tellings = new Tellings().many(40, 3, 7);
        var memory = TestMemory.of(new Told(), new CutBoard()).record(tellings.all()).fold(1_000);
        var rows = memory.rows();
        boolean cut = true;
        for (int call = 1; cut; call++) {
            try (var processor = memory.processor(BATCH)) {
                processor.rebuildAll();
            }
            cut = foldCutAt(memory, call);
            assertThat(memory.rows()).isEqualTo(rows);
        }
    }

    private boolean foldCutAt(TestMemory memory, int call) {
        while (true) {
            try (var processor = new Processor(Cuts.at(memory.dataSource(), call), memory.feed(), views,
                    new EventCodec(), new Arrivals(), BATCH)) {
                processor.catchUp();
                return false;
            } catch (RuntimeException cut) {
                // The server may not have noticed the cut before, and still hold that session's lead.
                if (!String.valueOf(cut.getMessage()).contains("Another process")) {
                    return true;
                }
            }
        }
    }
}
