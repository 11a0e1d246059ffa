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
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.FUNDS;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.GAP_COVER;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.SHARE_ABSORPTION;
import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.message.Subject;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.DeclineSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import orgmemory.message.budget.TransferId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An offer that those whom it would help do not take. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclinedTransferTest {

    private static final TransferId ID = new TransferId("S1");
    private static final Subject D4 = line("D4").subject();

    private final BudgetFacts facts = BudgetFacts.round();

    @Test
    void moves_nothing_and_is_answered_once() {
        Refused.with(UNKNOWN, "transfer.unknown", () -> decline(facts.who("D4", OWN)));
        facts.offered("S1", SHARE_ABSORPTION, "D1", D4, 60);

        var declined = decline(facts.who("D4", OWN));
        facts.happened(declined);

        assertThat(declined).isEqualTo(
                new SolidarityTransferDeclined(YEAR, ID, ROUND, line("D1"), D4, agorot(60), null));
        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(600));
        assertThat(facts.year().free(line("D1"))).isEqualTo(agorot(1_000));
        assertThat(facts.year().remainingShare(ROUND, line("D4"))).isEqualTo(agorot(200));
        Refused.with("transfer.not-offered", () -> decline(facts.who("D4", OWN)));
        Refused.with("transfer.not-offered", () -> SolidarityOffer.accept(facts.year(),
                new AcceptSolidarityTransfer(YEAR, ID), facts.who("D4", OWN)));
        Refused.with("transfer.not-offered", () -> withdraw(facts.who("D1", OWN)));
    }

    @Test
    void is_declined_by_whoever_could_accept_it() {
        facts.offered("S1", FUNDS, "D1", D4, 60);
        Refused.with(NOT_ALLOWED, "transfer.not-own-target", () -> decline(facts.who("D1", OWN)));
        Refused.with(NOT_ALLOWED, "transfer.not-own-target", () -> decline(facts.who("REC", REC)));

        var ofRound = BudgetFacts.round().offered("S1", GAP_COVER, "D1", ROUND.subject(), 60);
        Refused.with(NOT_ALLOWED, "transfer.recorder-needed",
                () -> decline(ofRound, ofRound.who("D4", OWN)));
        assertThat(decline(ofRound, ofRound.who("REC", REC)).transferId()).isEqualTo(ID);
        var common = BudgetFacts.round().offered("S1", FUNDS, "D1", line("PD").subject(), 60);
        Refused.with(NOT_ALLOWED, "transfer.recorder-needed", () -> decline(common, common.who("D1", OWN)));
    }

    @Test
    void is_taken_back_by_whoever_gives() {
        facts.offered("S1", FUNDS, "D1", D4, 60);

        Refused.with(NOT_ALLOWED, "transfer.not-giver", () -> withdraw(facts.who("D4", OWN)));
        assertThat(withdraw(facts.who("D1", OWN)).transferId()).isEqualTo(ID);
    }

    @Test
    void may_be_declined_where_it_could_not_be_accepted_any_more() {
        facts.offered("S1", FUNDS, "D1", D4, 600);
        facts.proposed("C1", OWN_LINE, "D1", 500)
                .accepted("C1", "D1", 500);

        assertThat(decline(facts.who("D4", OWN)).amountAgorot()).isEqualTo(agorot(600));
    }

    @Test
    void that_was_executed_stays_executed_where_its_refusal_is_told_after_that() {
        facts.offered("S1", FUNDS, "D1", D4, 60).executed("S1", FUNDS, "D1", D4, 60);
        Refused.with("transfer.not-offered", () -> decline(facts.who("D4", OWN)));

        facts.happened(new SolidarityTransferDeclined(YEAR, ID, null, line("D1"), D4, agorot(60), "no"));
        assertThat(facts.year().free(line("D1"))).isEqualTo(agorot(940));
    }

    @Test
    void goes_on_in_the_order_of_its_days_and_imported_is_spared_the_rules() {
        facts.offered("S1", FUNDS, "D1", D4, 60).on("2016-11-02");

        Refused.with("occurred-on.before-last-fact", () -> decline(facts.who("D4", OWN)));
        assertThat(decline(facts.importing()).transferId()).isEqualTo(ID);
    }

    private SolidarityOfferWithdrawn withdraw(DecisionContext context) {
        return SolidarityOffer.withdraw(facts.year(), new WithdrawSolidarityOffer(YEAR, ID, null), context);
    }

    private SolidarityTransferDeclined decline(DecisionContext context) {
        return decline(facts, context);
    }

    private static SolidarityTransferDeclined decline(BudgetFacts facts, DecisionContext context) {
        return SolidarityOffer.decline(facts.year(), new DeclineSolidarityTransfer(YEAR, ID, null), context);
    }
}
