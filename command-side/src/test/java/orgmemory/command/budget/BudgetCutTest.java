// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.COMMON_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.INCOME_INCREASE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OTHER_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.RESERVE_DRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutRejected;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.RejectBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.CutId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetCutTest {

    private final BudgetFacts facts = BudgetFacts.round();

    @Test
    void is_proposed_on_one_s_own_line() {
        assertThat(propose(OWN_LINE, "D4", 100, "D4")).isEqualTo(new BudgetCutProposed(YEAR, ROUND,
                new CutId("C1"), OWN_LINE, line("D4"), agorot(100), "why", "cost"));
    }

    @Test
    void takes_from_a_line_as_its_kind_says() {
        Refused.with("cut.not-own-line", () -> propose(OWN_LINE, "D4", 100, "D1"));
        Refused.with("cut.not-own-line", () -> propose(OWN_LINE, "PD", 100, "D1"));
        Refused.with("cut.not-other-line", () -> propose(OTHER_LINE, "D1", 100, "D1"));
        Refused.with("cut.not-other-line", () -> propose(OTHER_LINE, "PD", 100, "D1"));
        Refused.with("cut.not-common-line", () -> propose(COMMON_LINE, "D4", 100, "D4"));
        Refused.with("cut.not-common-line", () -> propose(RESERVE_DRAW, "D4", 100, "D4"));
        assertThat(propose(OTHER_LINE, "D4", 100, "D1").kind()).isEqualTo(OTHER_LINE);
        assertThat(propose(COMMON_LINE, "PD", 100, "P8").kind()).isEqualTo(COMMON_LINE);
    }

    @Test
    void takes_no_more_than_its_line_has_free() {
        facts.proposed("C0", OWN_LINE, "D4", 700).accepted("C0", "D4", 700);

        assertThat(propose(OWN_LINE, "D4", 300, "D4").amountAgorot()).isEqualTo(agorot(300));
        Refused.with("cut.exceeds-free-amount", () -> propose(OWN_LINE, "D4", 301, "D4"));
    }

    @Test
    void may_raise_income_beyond_what_a_line_has() {
        assertThat(propose(INCOME_INCREASE, "PD", 500, "P8").amountAgorot()).isEqualTo(agorot(500));
    }

    @Test
    void needs_a_round_and_a_line_that_exist_and_an_id_of_its_own() {
        Refused.with(UNKNOWN, "line.unknown", () -> propose(COMMON_LINE, "XX", 1, "P8"));
        Refused.with(EXISTS, "cut.exists", () -> {
            facts.proposed("C1", OWN_LINE, "D4", 1);
            propose(OWN_LINE, "D4", 1, "D4");
        });
        var roundless = BudgetFacts.fullView();
        Refused.with(UNKNOWN, "round.unknown", () -> BudgetCut.propose(roundless.year(),
                proposal(OWN_LINE, "D4", 1), roundless.who("D4", MGR)));
    }

    @Test
    void is_not_proposed_before_its_round_or_its_line_began() {
        facts.on("2016-10-19");
        Refused.with("occurred-on.before-whole", () -> propose(OWN_LINE, "D4", 1, "D4"));

        facts.on("2016-11-20").common("NEW", 100).on("2016-11-19");
        Refused.with("occurred-on.before-whole", () -> propose(COMMON_LINE, "NEW", 1, "D4"));
    }

    @Test
    void that_is_rejected_takes_nothing_and_is_rejected_once() {
        Refused.with(UNKNOWN, "cut.unknown", this::reject);
        facts.proposed("C1", OWN_LINE, "D4", 100);
        long gap = facts.year().gap(ROUND);

        var rejected = reject();
        facts.happened(rejected);

        assertThat(rejected).isEqualTo(
                new BudgetCutRejected(YEAR, ROUND, line("D4"), new CutId("C1"), agorot(100), "not agreed"));
        assertThat(facts.year().gap(ROUND)).isEqualTo(gap);
        Refused.with("cut.not-filed", this::reject);
        Refused.with("cut.not-filed", this::accept);
    }

    @Test
    void is_taken_back_by_its_proposer_only() {
        facts.proposed("C1", OWN_LINE, "D4", 100);

        assertThat(withdraw(facts.who("D4", MGR))).isEqualTo(
                new BudgetCutWithdrawn(YEAR, ROUND, line("D4"), new CutId("C1"), agorot(100), null));
        Refused.with(NOT_ALLOWED, "cut.not-proposer", () -> withdraw(facts.who("D1", MGR)));
    }

    @Test
    void is_not_taken_back_once_it_is_decided() {
        facts.proposed("C1", OWN_LINE, "D4", 100).accepted("C1", "D4", 100);

        Refused.with("cut.not-filed", () -> withdraw(facts.who("D4", MGR)));
    }

    @Test
    void that_nobody_proposed_is_neither_taken_back_nor_accepted() {
        Refused.with(UNKNOWN, "cut.unknown", () -> withdraw(facts.who("D4", MGR)));
        Refused.with(UNKNOWN, "cut.unknown", this::accept);
    }

    @Test
    void is_accepted() {
        facts.proposed("C1", OWN_LINE, "D4", 100);

        assertThat(accept()).isEqualTo(new BudgetCutAccepted(YEAR, ROUND, line("D4"), new CutId("C1"),
                agorot(100), "agreed"));
        assertThat(facts.happened(accept()).year().gap(ROUND)).isEqualTo(agorot(500));
        assertThat(facts.year().free(line("D4"))).isEqualTo(agorot(900));
    }

    @Test
    void is_accepted_once_and_not_after_its_withdrawal() {
        facts.proposed("C1", OWN_LINE, "D4", 100).withdrawn("C1", "D4", 100);
        Refused.with("cut.not-filed", this::accept);

        facts.accepted("C1", "D4", 100);
        Refused.with("cut.not-filed", this::accept);
    }

    @Test
    void on_somebody_else_s_line_waits_for_a_consultation() {
        facts.proposed("C1", OTHER_LINE, "D4", 100);

        Refused.with("cut.other-line-needs-consultation", this::accept);
    }

    @Test
    void is_held_to_what_is_free_again_when_it_is_accepted() {
        facts.proposed("C1", OWN_LINE, "D4", 600).proposed("C2", OWN_LINE, "D4", 500);
        facts.accepted("C2", "D4", 500);

        Refused.with("cut.exceeds-free-amount", this::accept);
    }

    @Test
    void never_covers_more_than_the_round_lacks_and_says_what_is_left() {
        facts.proposed("C1", OWN_LINE, "D4", 200).proposed("C2", OWN_LINE, "D1", 450);
        facts.accepted("C2", "D1", 450);

        assertThatThrownBy(this::accept).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("cut.exceeds-gap");
            assertThat(refusal.arguments()).containsExactly(agorot(200), agorot(150));
        });
    }

    @Test
    void of_more_income_covers_the_round_and_takes_nothing() {
        facts.proposed("C1", INCOME_INCREASE, "D4", 100).accepted("C1", "D4", 100);

        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(500));
        assertThat(facts.year().free(line("D4"))).isEqualTo(agorot(1_000));
    }

    @Test
    void goes_on_in_the_order_of_its_days() {
        facts.proposed("C1", OWN_LINE, "D4", 100).on("2016-11-02");

        Refused.with("occurred-on.before-last-fact", this::accept);
        Refused.with("occurred-on.before-last-fact", () -> withdraw(facts.who("D4", MGR)));
    }

    @Test
    void that_is_imported_is_spared_all_rules_but_form_and_ids() {
        facts.proposed("C1", OTHER_LINE, "D4", 5_000).on("2016-10-01");

        var accepted = BudgetCut.accept(facts.year(), acceptance(), facts.importing());
        assertThat(facts.happened(accepted).year().gap(ROUND)).isEqualTo(agorot(600 - 5_000));
        assertThat(BudgetCut.propose(facts.year(),
                new ProposeBudgetCut(YEAR, ROUND, new CutId("C2"), OWN_LINE,
                        line("PD"), agorot(9_000), "why", "cost"),
                facts.importing()).amountAgorot())
                .isEqualTo(agorot(9_000));
        assertThat(withdraw(facts.importing()).cutId()).isEqualTo(new CutId("C1"));
        Refused.with(UNKNOWN, "line.unknown", () -> BudgetCut.propose(facts.year(),
                new ProposeBudgetCut(YEAR, ROUND, new CutId("C3"), OWN_LINE, line("XX"), 1, "why", "cost"),
                facts.importing()));
    }

    private BudgetCutProposed propose(CutKind kind, String line, long amount, String proposer) {
        return BudgetCut.propose(facts.year(), proposal(kind, line, amount), facts.who(proposer, MGR));
    }

    private static ProposeBudgetCut proposal(CutKind kind, String line, long amount) {
        return new ProposeBudgetCut(YEAR, ROUND, new CutId("C1"), kind, line(line), agorot(amount), "why",
                "cost");
    }

    private BudgetCutWithdrawn withdraw(DecisionContext context) {
        return BudgetCut.withdraw(facts.year(), new WithdrawBudgetCut(YEAR, new CutId("C1"), null), context);
    }

    private BudgetCutRejected reject() {
        return BudgetCut.reject(facts.year(), new RejectBudgetCut(YEAR, new CutId("C1"), "not agreed"),
                facts.who("REC", REC));
    }

    private BudgetCutAccepted accept() {
        return BudgetCut.accept(facts.year(), acceptance(), facts.who("REC", REC));
    }

    private static AcceptBudgetCut acceptance() {
        return new AcceptBudgetCut(YEAR, new CutId("C1"), "agreed");
    }
}
