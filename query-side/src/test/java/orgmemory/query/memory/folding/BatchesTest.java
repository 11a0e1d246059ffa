// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.oracle.history.History;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchesTest {

    private final TestMemory memory = TestMemory.of(new CutBoard(), new BudgetLines());

    @Test
    void the_size_of_a_batch_changes_no_row() {
        for (int i = 0; i < 3; i++) {
            var events = History.ofAtMost(100).sample().events();
            var rows = memory.foldFromZero(events, 1).rows();
            for (int batch : List.of(2, 7, 64, 1_000)) {
                assertThat(memory.foldFromZero(events, batch).rows()).isEqualTo(rows);
            }
            assertThat(memory.rebuild().rows()).isEqualTo(rows);
        }
    }
}
