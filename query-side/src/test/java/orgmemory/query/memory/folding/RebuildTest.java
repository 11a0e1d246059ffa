// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.journal.EventCodec;
import orgmemory.query.memory.Clocks;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.Views;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {

    private static final int PIECE = 300;

    private final Tellings tellings = new Tellings();
    private final TestMemory memory = TestMemory.of(new Told());

    @Test
    void a_rebuild_that_is_stopped_half_way_goes_on_from_there() throws SQLException {
        memory.record(tellings.many(2_000, 4, 1).next()).fold(1_000);
        var rows = memory.rows();
        foldPieces(new Told(), 1);
        foldPieces(new Told(), 2);
        assertThat(beside()).satisfies(status -> {
            assertThat(status.position()).isEqualTo(3 * PIECE);
            assertThat(status.of()).isEqualTo(2_000);
            assertThat(status.perSecond()).isPositive();
            assertThat(status.left()).isPositive();
        });
        assertThat(memory.rows()).isEqualTo(rows);
        memory.record(tellings.many(500, 4, 2).next()).fold(100);
        assertThat(memory.memory().status()).extracting(ViewStatus::status).containsExactly(Status.LIVE);
        assertThat(memory.rows())
                .isEqualTo(TestMemory.of(new Told()).record(tellings.all()).fold(1_000).rows());
    }

    @Test
    void a_half_folded_version_that_is_outdated_makes_room_for_the_newest() throws SQLException {
        memory.record(tellings.many(2_000, 4, 1).next()).fold(1_000);
        var rows = memory.rows();
        foldPieces(new Told(2), 2);
        var newest = TestMemory.on(memory.dataSource(), new Told(3));
        newest.record(tellings.all()).fold(1_000);
        assertThat(newest.memory().read("Told", "R1", Clocks.NOW).orElseThrow().viewVersion()).isEqualTo(3);
        assertThat(newest.memory().status()).hasSize(1);
        assertThat(newest.rows()).isEqualTo(rows);
    }

    private ViewStatus beside() {
        return memory.memory()
                .status()
                .stream()
                .filter(status -> status.status() == Status.FOLDING)
                .findFirst()
                .orElseThrow();
    }

    private void foldPieces(Told view, int pieces) throws SQLException {
        var views = new Views(List.of(view));
        try (var processor = new Processor(memory.dataSource(), memory.feed(), views, new EventCodec(),
                memory.arrivals()); var connection = memory.dataSource().getConnection()) {
            processor.rebuildAll();
            var rebuild = new Rebuild(connection, memory.dataSource(), views, new EventCodec(),
                    PIECE);
            for (int i = 0; i < pieces; i++) {
                assertThat(rebuild.next()).isTrue();
            }
        }
    }
}
