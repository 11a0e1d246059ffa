// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.FUNDS;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.GAP_COVER;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.SHARE_ABSORPTION;
import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.message.Subject;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What an executed transfer moved and goes back, whole or in parts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReversedTransferTest {

    private static final TransferId ID = new TransferId("S1");
    private static final Subject D4 = line("D4").subject();

    private final BudgetFacts facts = BudgetFacts.round()
            .offered("S1", SHARE_ABSORPTION, "D1", D4, 60)
            .executed("S1", SHARE_ABSORPTION, "D1", D4, 60);

    @Test
    void is_free_again_where_it_came_from_and_lacking_again_where_it_went() {
        var reversed = reverse(20, null, facts.who("REC", REC));
        facts.happened(reversed);

        assertThat(reversed).isEqualTo(new SolidarityTransferReversed(YEAR, ID, ROUND, line("D1"), D4,
                agorot(20), null, "not needed"));
        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(560));
        assertThat(facts.year().free(line("D1"))).isEqualTo(agorot(960));
        assertThat(facts.year().remainingShare(ROUND, line("D4"))).isEqualTo(agorot(160));
    }

    @Test
    void is_never_more_in_all_than_was_given() {
        Refused.with("transfer.exceeds-executed", () -> reverse(61, null, facts.who("REC", REC)));
        facts.happened(reverse(40, null, facts.who("REC", REC)));
        Refused.with("transfer.exceeds-executed", () -> reverse(21, null, facts.who("REC", REC)));
        facts.happened(reverse(20, null, facts.who("REC", REC)));

        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(600));
        Refused.with("transfer.exceeds-executed", () -> reverse(1, null, facts.who("REC", REC)));
        facts.happened(
                new SolidarityTransferReversed(YEAR, ID, ROUND, line("D1"), D4, agorot(9), null, "told"));
        assertThat(facts.year().gap(ROUND)).as("nor by a correction").isEqualTo(agorot(600));
    }

    @Test
    void is_recorded_by_the_recorder_or_by_the_giver_with_the_receiver_s_word() {
        assertThat(reverse(60, new PersonId("D4"), facts.who("D1", OWN)).agreedBy())
                .isEqualTo(new PersonId("D4"));
        Refused.with("transfer.receiver-not-asked", () -> reverse(60, null, facts.who("D1", OWN)));
        Refused.with("transfer.receiver-not-asked",
                () -> reverse(60, new PersonId("P8"), facts.who("D1", OWN)));
        Refused.with(NOT_ALLOWED, "transfer.not-reverser",
                () -> reverse(60, new PersonId("D4"), facts.who("D4", OWN)));
        Refused.with(UNKNOWN, "person.unknown", () -> reverse(60, new PersonId("NO"), facts.who("REC", REC)));
    }

    @Test
    void of_a_round_s_gap_nobody_else_has_a_word_so_the_recorder_records_it() {
        var covered = BudgetFacts.round()
                .offered("S1", GAP_COVER, "D1", ROUND.subject(), 60)
                .executed("S1", GAP_COVER, "D1", ROUND.subject(), 60);
        Refused.with("transfer.receiver-not-asked",
                () -> reverse(covered, 60, new PersonId("D4"), covered.who("D1", OWN)));

        covered.happened(reverse(covered, 60, null, covered.who("REC", REC)));
        assertThat(covered.year().gap(ROUND)).isEqualTo(agorot(600));
    }

    @Test
    void needs_a_transfer_that_has_moved() {
        var offered = BudgetFacts.round();
        Refused.with(UNKNOWN, "transfer.unknown", () -> reverse(offered, 1, null, offered.who("REC", REC)));
        offered.offered("S1", FUNDS, "D1", D4, 60);
        Refused.with("transfer.not-executed", () -> reverse(offered, 1, null, offered.who("REC", REC)));
    }

    @Test
    void counts_of_whatever_day_it_is_told() {
        var late = BudgetFacts.round()
                .happened(new SolidarityTransferReversed(YEAR, ID, ROUND, line("D1"), D4, agorot(20), null,
                        "told before"));
        assertThat(late.year().gap(ROUND)).as("nothing has moved yet").isEqualTo(agorot(600));

        late.offered("S1", SHARE_ABSORPTION, "D1", D4, 60).executed("S1", SHARE_ABSORPTION, "D1", D4, 60);
        assertThat(late.year().gap(ROUND)).isEqualTo(agorot(560));
        assertThat(late.year().free(line("D1"))).isEqualTo(agorot(960));
    }

    @Test
    void goes_on_in_the_order_of_its_days_and_imported_is_spared_the_rules() {
        facts.on("2016-11-02");

        Refused.with("occurred-on.before-last-fact", () -> reverse(1, null, facts.who("REC", REC)));
        assertThat(reverse(61, null, facts.importing()).amountAgorot()).isEqualTo(agorot(61));
    }

    private SolidarityTransferReversed reverse(long amount, @Nullable PersonId agreedBy,
            DecisionContext context) {
        return reverse(facts, amount, agreedBy, context);
    }

    private static SolidarityTransferReversed reverse(BudgetFacts facts, long amount,
            @Nullable PersonId agreedBy, DecisionContext context) {
        return SolidarityTransfer.reverse(facts.year(),
                new ReverseSolidarityTransfer(YEAR, ID, agorot(amount), agreedBy, "not needed"), context);
    }
}
