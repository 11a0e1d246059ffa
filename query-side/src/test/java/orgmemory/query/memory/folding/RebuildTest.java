// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.journal.EventCodec;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.query.memory.BitemporalPoint;
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
        assertThat(newest.memory().read("Told", "R1", BitemporalPoint.NOW).orElseThrow().viewVersion())
                .isEqualTo(3);
        assertThat(newest.memory().status()).hasSize(1);
        assertThat(newest.rows()).isEqualTo(rows);
    }

    @Test
    void a_view_that_comes_later_catches_up_and_both_go_on_together() throws SQLException {
        var first = new Told();
        var later = named("ToldLater");
        var both = TestMemory.of(first, later).record(tellings.many(2_000, 4, 1).next()).fold(1_000);
        var rows = both.rows();
        var views = new Views(List.of(first, later));
        try (var processor = both.processor(1_000); var connection = both.dataSource().getConnection()) {
            processor.rebuild("Told");
            var rebuild = new Rebuild(connection, both.dataSource(), views, new EventCodec(), PIECE);
            rebuild.next();
            processor.rebuild("ToldLater");
            rebuild = new Rebuild(connection, both.dataSource(), views, new EventCodec(), 200);
            assertThat(positions(both)).containsExactly(300L, 0L);
            rebuild.next();
            assertThat(positions(both)).containsExactly(300L, 200L);
            rebuild.next();
            assertThat(positions(both)).containsExactly(300L, 300L);
            rebuild.next();
            assertThat(positions(both)).containsExactly(500L, 500L);
            processor.catchUp();
        }
        assertThat(both.rows()).isEqualTo(rows);
    }

    @Test
    void a_view_that_breaks_does_not_stop_the_one_beside_it() throws SQLException {
        var whole = named("Whole");
        var broken = new Told();
        var both = TestMemory.of(broken, whole).record(tellings.many(2_000, 4, 1).next()).fold(1_000);
        var wholeRows = both.rows().stream().filter(row -> row.contains(" Whole ")).toList();
        broken.breaksAt(both.feed()
                .read(100, 1_000)
                .stream()
                .map(stored -> stored.event())
                .filter(BudgetCutProposed.class::isInstance)
                .map(event -> ((BudgetCutProposed) event).cutId().value())
                .findFirst()
                .orElseThrow());
        both.rebuild();
        assertThat(both.memory().status())
                .extracting(ViewStatus::status)
                .containsExactlyInAnyOrder(Status.BROKEN, Status.LIVE, Status.LIVE);
        assertThat(both.rows().stream().filter(row -> row.contains(" Whole "))).isEqualTo(wholeRows)
                .isNotEmpty();
    }

    private static Told named(String name) {
        return new Told() {
            @Override
            public String name() {
                return name;
            }
        };
    }

    private static List<Long> positions(TestMemory memory) {
        return memory.memory()
                .status()
                .stream()
                .filter(status -> status.status() == Status.FOLDING)
                .sorted(Comparator.comparing(ViewStatus::view))
                .map(ViewStatus::position)
                .toList();
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
            var rebuild = new Rebuild(connection, memory.dataSource(), views, new EventCodec(), PIECE);
            for (int i = 0; i < pieces; i++) {
                assertThat(rebuild.next()).isTrue();
            }
        }
    }
}
