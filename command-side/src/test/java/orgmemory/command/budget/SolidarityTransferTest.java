// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.FUNDS;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.GAP_COVER;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.SHARE_ABSORPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.message.Subject;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SolidarityTransferTest {

    private static final TransferId ID = new TransferId("S1");
    private static final Subject D4 = line("D4").subject();

    private final BudgetFacts facts = BudgetFacts.round();

    @Test
    void is_offered_by_who_is_accountable_for_its_source() {
        assertThat(offer(SHARE_ABSORPTION, "D1", D4, 60, "D1")).isEqualTo(new SolidarityTransferOffered(YEAR,
                ID, SHARE_ABSORPTION, agorot(60), line("D1"), D4, ROUND, "why", List.of("PR-6")));
        Refused.with(NOT_ALLOWED, "transfer.not-own-source",
                () -> offer(SHARE_ABSORPTION, "D1", D4, 60, "D4"));
        Refused.with(NOT_ALLOWED, "transfer.not-own-source", () -> offer(FUNDS, "PD", D4, 60, "D1"));
    }

    @Test
    void has_somebody_else_on_the_other_side() {
        Refused.with("transfer.to-oneself", () -> offer(FUNDS, "D4", D4, 60, "D4"));
    }

    @Test
    void gives_what_its_source_has_free() {
        facts.proposed("C1", OWN_LINE, "D1", 950).accepted("C1", "D1", 950);

        assertThat(offer(FUNDS, "D1", D4, 50, "D1").amountAgorot()).isEqualTo(agorot(50));
        Refused.with("transfer.exceeds-free-amount", () -> offer(FUNDS, "D1", D4, 51, "D1"));
    }

    @Test
    void goes_where_its_kind_says() {
        Refused.with("transfer.target-does-not-fit", () -> offer(SHARE_ABSORPTION, ROUND.subject(), ROUND));
        Refused.with("transfer.target-does-not-fit", () -> offer(SHARE_ABSORPTION, D4, null));
        Refused.with("transfer.target-does-not-fit", () -> offer(FUNDS, D4, ROUND));
        Refused.with("transfer.target-does-not-fit", () -> offer(FUNDS, ROUND.subject(), null));
        Refused.with("transfer.target-does-not-fit", () -> offer(GAP_COVER, D4, ROUND));
        Refused.with("transfer.target-does-not-fit", () -> offer(GAP_COVER, ROUND.subject(), null));
        assertThat(offer(GAP_COVER, ROUND.subject(), ROUND).kind()).isEqualTo(GAP_COVER);
    }

    @Test
    void needs_lines_and_a_round_that_exist_and_an_id_of_its_own() {
        Refused.with(UNKNOWN, "line.unknown", () -> offer(FUNDS, "D9", D4, 1, "D1"));
        Refused.with(UNKNOWN, "line.unknown", () -> offer(FUNDS, line("D9").subject(), null));
        var other = new RoundId("CR-9");
        Refused.with(UNKNOWN, "round.unknown", () -> offer(GAP_COVER, other.subject(), other));
        facts.offered("S1", FUNDS, "D1", D4, 1);
        Refused.with(EXISTS, "transfer.exists", () -> offer(FUNDS, "D1", D4, 1, "D1"));
    }

    @Test
    void carries_no_more_than_is_left_of_the_receiver_s_share() {
        facts.proposed("C1", OWN_LINE, "D4", 50).accepted("C1", "D4", 50);
        facts.offered("S0", SHARE_ABSORPTION, "D1", D4, 30).executed("S0", SHARE_ABSORPTION, "D1", D4, 30);

        assertThat(offer(SHARE_ABSORPTION, "D1", D4, 120, "D1").amountAgorot()).isEqualTo(agorot(120));
        Refused.with("transfer.exceeds-share", () -> offer(SHARE_ABSORPTION, "D1", D4, 121, "D1"));
    }

    @Test
    void is_executed_as_soon_as_it_is_accepted() {
        facts.offered("S1", SHARE_ABSORPTION, "D1", D4, 60);

        var events = accept(facts.who("D4", OWN));

        assertThat(events).containsExactly(
                new SolidarityTransferAccepted(YEAR, ID, ROUND, line("D1"), D4, agorot(60)),
                new SolidarityTransferExecuted(YEAR, ID, ROUND, line("D1"), D4, agorot(60)));
        events.forEach(facts::happened);
        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(540));
        assertThat(facts.year().free(line("D1"))).isEqualTo(agorot(940));
        assertThat(facts.year().remainingShare(ROUND, line("D4"))).isEqualTo(agorot(140));
    }

    @Test
    void to_a_line_is_accepted_by_who_is_accountable_for_it() {
        facts.offered("S1", FUNDS, "D1", D4, 60);

        Refused.with(NOT_ALLOWED, "transfer.not-own-target", () -> accept(facts.who("D1", OWN)));
        Refused.with(NOT_ALLOWED, "transfer.not-own-target", () -> accept(facts.who("REC", REC)));
    }

    @Test
    void to_a_round_is_accepted_by_the_recorder() {
        facts.offered("S1", GAP_COVER, "D1", ROUND.subject(), 60);

        Refused.with(NOT_ALLOWED, "transfer.recorder-needed", () -> accept(facts.who("D4", OWN)));
        assertThat(accept(facts.who("REC", REC))).hasSize(2);
    }

    @Test
    void to_a_common_line_is_accepted_by_the_recorder() {
        facts.offered("S1", FUNDS, "D1", line("PD").subject(), 60);

        Refused.with(NOT_ALLOWED, "transfer.recorder-needed", () -> accept(facts.who("D4", OWN)));
        assertThat(accept(facts.who("REC", REC))).hasSize(2);
    }

    @Test
    void is_executed_once() {
        facts.offered("S1", FUNDS, "D1", D4, 60).executed("S1", FUNDS, "D1", D4, 60);

        Refused.with("transfer.not-offered", () -> accept(facts.who("D4", OWN)));
    }

    @Test
    void that_nobody_offered_is_not_accepted() {
        Refused.with(UNKNOWN, "transfer.unknown", () -> accept(facts.who("D4", OWN)));
    }

    @Test
    void is_held_to_what_is_free_and_to_the_share_again_when_it_is_accepted() {
        facts.offered("S1", FUNDS, "D1", D4, 600)
                .proposed("C1", OWN_LINE, "D1", 500)
                .accepted("C1", "D1", 500);
        Refused.with("transfer.exceeds-free-amount", () -> accept(facts.who("D4", OWN)));

        var shared = BudgetFacts.round();
        shared.offered("S1", SHARE_ABSORPTION, "D1", D4, 150)
                .proposed("C1", OWN_LINE, "D4", 100)
                .accepted("C1", "D4", 100);
        Refused.with("transfer.exceeds-share", () -> SolidarityOffer.accept(shared.year(),
                new AcceptSolidarityTransfer(YEAR, ID), shared.who("D4", OWN)));
    }

    @Test
    void never_covers_more_than_the_round_lacks() {
        facts.offered("S1", GAP_COVER, "D1", ROUND.subject(), 100)
                .proposed("C1", OWN_LINE, "D4", 550)
                .accepted("C1", "D4", 550);

        Refused.with("transfer.exceeds-gap", () -> accept(facts.who("REC", REC)));
    }

    @Test
    void goes_on_in_the_order_of_its_days() {
        facts.offered("S1", FUNDS, "D1", D4, 60).on("2016-11-02");

        Refused.with("occurred-on.before-last-fact", () -> accept(facts.who("D4", OWN)));
        facts.on("2016-10-19");
        Refused.with("occurred-on.before-whole", () -> SolidarityOffer.offer(facts.year(),
                new OfferSolidarityTransfer(YEAR, new TransferId("S2"), GAP_COVER, 1, line("D1"),
                        ROUND.subject(), ROUND, "why", List.of()),
                facts.who("D1", OWN)));
    }

    @Test
    void that_is_imported_is_spared_all_rules_but_form_and_ids() {
        facts.on("2016-09-01");

        var offered = SolidarityOffer.offer(facts.year(), new OfferSolidarityTransfer(YEAR, ID,
                SHARE_ABSORPTION, agorot(5_000), line("PD"), D4, ROUND, "why", List.of()), facts.importing());
        facts.happened(offered);
        accept(facts.importing()).forEach(facts::happened);

        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(600 - 5_000));
        Refused.with("transfer.target-does-not-fit", () -> SolidarityOffer.offer(facts.year(),
                new OfferSolidarityTransfer(YEAR, new TransferId("S2"), FUNDS, 1, line("D1"), D4, ROUND,
                        "why",
                        List.of()),
                facts.importing()));
    }

    private SolidarityTransferOffered offer(TransferKind kind, Subject to, @Nullable RoundId round) {
        return SolidarityOffer.offer(facts.year(), new OfferSolidarityTransfer(YEAR, ID, kind, agorot(10),
                line("D1"), to, round, "why", List.of()), facts.who("D1", OWN));
    }

    private SolidarityTransferOffered offer(TransferKind kind, String from, Subject to, long amount,
            String giver) {
        return SolidarityOffer.offer(facts.year(), new OfferSolidarityTransfer(YEAR, ID, kind,
                agorot(amount), line(from), to, BudgetFacts.roundOf(kind), "why", List.of("PR-6")),
                facts.who(giver, OWN));
    }

    private List<SolidarityTransferEvent> accept(DecisionContext context) {
        return SolidarityOffer.accept(facts.year(), new AcceptSolidarityTransfer(YEAR, ID), context);
    }
}
