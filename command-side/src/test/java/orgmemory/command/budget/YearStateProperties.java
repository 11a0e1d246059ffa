// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.INCOME_INCREASE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.FUNDS;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.GAP_COVER;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.SHARE_ABSORPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.command.World.Happened;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.TransferId;

/** What must hold whatever a correction or a late entry does to the order of a year's facts. */
class YearStateProperties {

    private static final List<Happened> FACTS = BudgetFacts.round()
            .proposed("C1", OWN_LINE, "D1", 300)
            .proposed("C2", INCOME_INCREASE, "D4", 100)
            .proposed("C3", OWN_LINE, "D4", 50)
            .withdrawn("C3", "D4", 50)
            .happened(new BudgetCutAmended(BudgetFacts.YEAR, ROUND, line("D4"), new CutId("C3"), agorot(40),
                    "less", "less"))
            .accepted("C1", "D1", 300)
            .accepted("C2", "D4", 100)
            .offered("S1", SHARE_ABSORPTION, "D1", line("D4").subject(), 60)
            .executed("S1", SHARE_ABSORPTION, "D1", line("D4").subject(), 60)
            .happened(
                    new SolidarityTransferReversed(BudgetFacts.YEAR, new TransferId("S1"), ROUND, line("D1"),
                            line("D4").subject(), agorot(10), null, "not needed"))
            .offered("S2", GAP_COVER, "D4", ROUND.subject(), 40)
            .executed("S2", GAP_COVER, "D4", ROUND.subject(), 40)
            .offered("S3", FUNDS, "D4", line("D1").subject(), 5).world.facts();

    @Property
    void no_order_and_no_gap_makes_it_throw(@ForAll("anyFacts") List<Happened> facts) {
        assertThat(fold(facts)).isNotNull();
    }

    @Property
    void the_order_of_all_facts_of_one_day_changes_no_sum(@ForAll("shuffled") List<Happened> facts) {
        var year = fold(facts);

        assertThat(year.gap(ROUND)).isEqualTo(agorot(600 - 300 - 100 - 50 - 40));
        assertThat(year.free(line("D1"))).isEqualTo(agorot(1_000 - 300 - 50));
        assertThat(year.free(line("D4"))).isEqualTo(agorot(1_000 - 40));
        assertThat(year.remainingShare(ROUND, line("D4"))).isEqualTo(agorot(200 - 50));
    }

    @Property
    void a_snapshot_reads_back_as_it_was(@ForAll("anyFacts") List<Happened> facts) {
        var year = fold(facts);

        assertThat(AggregateSnapshots.read(AggregateSnapshots.write(year), YearState.class)).isEqualTo(year);
    }

    @Provide
    Arbitrary<List<Happened>> anyFacts() {
        return Arbitraries.of(FACTS).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Happened>> shuffled() {
        return Arbitraries.shuffle(FACTS);
    }

    private static YearState fold(List<Happened> facts) {
        var year = YearState.NONE;
        for (var fact : facts) {
            year = BudgetFacts.evolve(year, fact.event(), fact.envelope());
        }
        return year;
    }
}
