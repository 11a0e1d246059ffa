// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import orgmemory.journal.Database;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Json;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.reading.RecordQuery;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is folded is what was told, whatever the batch, and what an earlier release spoiled is mended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsAsTheyWereSentTest {

    private static final int FACTS = 300;

    private final Tellings tellings = new Tellings();
    private final List<String> reasons = new Random(7).ints(FACTS, 1, 4_000)
            .mapToObj(length -> (length % 2 == 0 ? "a" : "") + "𝒜".repeat(length))
            .toList();

    @Test
    void pairs_are_kept_whole_in_batches_of_any_size() {
        tell();
        var memory = TestMemory.of(new Told()).record(tellings.all()).fold(1_000);
        var rows = memory.rows();
        assertThat(folded(memory)).isEqualTo(reasons);
        for (int batch : new int[] {1, 7, 90}) {
            memory.foldFromZero(tellings.all(), batch);
            assertThat(folded(memory)).isEqualTo(reasons);
            assertThat(memory.rows()).isEqualTo(rows);
        }
    }

    @Test
    void a_memory_that_an_earlier_release_spoiled_folds_itself_anew() {
        tell();
        var database = TestDatabase.with("memory");
        var memory = TestMemory.on(database.app(), new Told()).record(tellings.all()).fold(1_000);
        var rows = memory.rows();
        var owner = JdbcClient.create(database.owner());
        Map.of("record", "payload", "version", "state", "present", "state")
                .forEach((table, column) -> owner.sql("update memory." + table + " set " + column
                        + " = replace(" + column + "::text, '𝒜', '??')::json").update());
        owner.sql("delete from memory.flyway_schema_history where version >= '2'").update();
        assertThat(memory.rows()).isNotEqualTo(rows);
        Database.prepare(database.owner(), "memory");
        memory.fold(1_000);
        assertThat(folded(memory)).isEqualTo(reasons);
        assertThat(memory.rows()).isEqualTo(rows);
    }

    private void tell() {
        for (int i = 0; i < reasons.size(); i++) {
            tellings.proposed("R" + i % 3, "C" + i, "2016-11-01", i, reasons.get(i));
        }
    }

    private static List<String> folded(TestMemory memory) {
        return memory.recordReads()
                .list(new RecordQuery(null, null, null, null, null, null, null, null, null, null, null, null,
                        RecordQuery.Order.OLDEST, 1_000))
                .items()
                .stream()
                .map(entry -> Json.mapper().readTree(entry.payload()).required("reason").stringValue())
                .toList();
    }
}
