// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.ViewUnavailable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenViewTest {

    private final Told told = new Told();
    private final Tellings tellings = new Tellings();
    private final TestMemory memory = TestMemory.of(told, new CutBoard());

    @Test
    void a_view_that_throws_is_broken_there_and_the_others_go_on() {
        tellings.proposed("R1", "C1", "2016-12-01", 5)
                .proposed("R1", "C2", "2016-12-01", 5)
                .proposed("R1", "C3", "2016-12-02", 5);
        told.breaksAt("C2");
        memory.record(tellings.all()).fold(10);
        assertThat(status("Told")).satisfies(status -> {
            assertThat(status.status()).isEqualTo(Status.BROKEN);
            assertThat(status.brokenAt()).isEqualTo(2);
            assertThat(status.position()).isEqualTo(1);
            assertThat(status.error()).contains("It breaks at C2");
        });
        assertThatThrownBy(() -> memory.state("Told", "R1", null, null))
                .isInstanceOfSatisfying(ViewUnavailable.class,
                        why -> assertThat(why.status().status()).isEqualTo(Status.BROKEN));
        assertThat(memory.rows()).filteredOn(row -> row.startsWith("version Told")).hasSize(1);
        assertThat(memory.state("CutBoard", "R1", null, null)).hasValueSatisfying(
                state -> assertThat(state).contains("C3"));
        assertThat(memory.memory().position()).isEqualTo(3);
    }

    @Test
    void once_it_is_mended_it_is_folded_anew() {
        told.breaksAt("C7");
        memory.record(tellings.many(50, 2, 3).next()).fold(10);
        told.breaksAt(null);
        memory.rebuild();
        assertThat(status("Told").status()).isEqualTo(Status.LIVE);
        var whole = TestMemory.of(new Told(), new CutBoard()).record(tellings.all()).fold(10);
        assertThat(memory.rows()).isEqualTo(whole.rows());
    }

    @Test
    void a_new_version_that_breaks_leaves_the_old_one_to_be_read() {
        memory.record(tellings.many(50, 2, 3).next()).fold(10);
        var newer = TestMemory.on(memory.dataSource(), new Told(2).breaksAt("C7"), new CutBoard());
        newer.feed().add(tellings.all());
        newer.fold(10);
        var answer = newer.memory().read("Told", "R1", BitemporalPoint.NOW).orElseThrow();
        assertThat(answer.viewVersion()).isEqualTo(1);
        assertThat(newer.memory().status()).extracting(ViewStatus::status)
                .containsExactlyInAnyOrder(Status.LIVE, Status.LIVE, Status.BROKEN);
    }

    @Test
    void a_new_version_is_folded_and_then_read() {
        memory.record(tellings.many(50, 2, 3).next()).fold(10);
        var newer = TestMemory.on(memory.dataSource(), new Told(2), new CutBoard());
        newer.feed().add(tellings.all());
        newer.fold(10);
        assertThat(newer.memory()
                .read("Told", "R1", BitemporalPoint.NOW)
                .orElseThrow()
                .viewVersion()).isEqualTo(2);
        assertThat(newer.memory().status()).hasSize(2);
        assertThat(newer.rows()).isEqualTo(memory.rows());
    }

    private ViewStatus status(String view) {
        return memory.memory()
                .status()
                .stream()
                .filter(status -> status.view().equals(view))
                .findFirst()
                .orElseThrow();
    }
}
