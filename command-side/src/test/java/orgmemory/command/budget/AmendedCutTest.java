// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.INCOME_INCREASE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OTHER_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.AmendBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.CutId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A proposal that is said anew before the forum answers it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendedCutTest {

    private final BudgetFacts facts = BudgetFacts.round();

    @Test
    void keeps_its_round_and_line_and_is_accepted_as_it_was_said_last() {
        facts.proposed("C1", OWN_LINE, "D4", 100);

        var amended = amend(80, facts.who("D4", MGR));
        facts.happened(amended);

        assertThat(amended).isEqualTo(new BudgetCutAmended(YEAR, ROUND, line("D4"), new CutId("C1"),
                agorot(80), "less", "less cost"));
        assertThat(facts.year().gap(ROUND)).as("nothing is accepted yet").isEqualTo(agorot(600));
        assertThat(accept().amountAgorot()).isEqualTo(agorot(80));
        assertThat(facts.happened(accept()).year().free(line("D4"))).isEqualTo(agorot(920));
    }

    @Test
    void may_be_amended_again_and_then_withdrawn_or_decided_once() {
        facts.proposed("C1", OWN_LINE, "D4", 100).happened(amend(80, facts.who("D4", MGR)));

        facts.happened(amend(90, facts.who("D4", MGR)));
        assertThat(accept().amountAgorot()).isEqualTo(agorot(90));
        facts.happened(accept());
        Refused.with("cut.not-filed", () -> amend(70, facts.who("D4", MGR)));
        Refused.with("cut.not-filed", this::accept);
    }

    @Test
    void is_amended_by_its_proposer_only() {
        Refused.with(UNKNOWN, "cut.unknown", () -> amend(80, facts.who("D4", MGR)));
        facts.proposed("C1", OWN_LINE, "D4", 100);

        Refused.with(NOT_ALLOWED, "cut.not-proposer", () -> amend(80, facts.who("D1", MGR)));
        Refused.with(NOT_ALLOWED, "cut.not-proposer", () -> amend(80, facts.who("REC", REC)));
    }

    @Test
    void takes_no_more_than_its_line_has_free_unless_it_raises_income() {
        facts.proposed("C1", OWN_LINE, "D4", 100).proposed("C2", OWN_LINE, "D4", 700);
        facts.accepted("C2", "D4", 700);

        assertThat(amend(300, facts.who("D4", MGR)).amountAgorot()).isEqualTo(agorot(300));
        Refused.with("cut.exceeds-free-amount", () -> amend(301, facts.who("D4", MGR)));
        facts.proposed("C1", INCOME_INCREASE, "D4", 100);
        assertThat(amend(301, facts.who("D4", MGR)).amountAgorot()).isEqualTo(agorot(301));
    }

    @Test
    void stays_of_its_kind() {
        facts.proposed("C1", OTHER_LINE, "D4", 100).happened(amend(80, facts.who("D4", MGR)));

        Refused.with("cut.other-line-needs-consultation", this::accept);
    }

    @Test
    void stays_as_amended_where_its_proposal_is_told_of_a_later_day() {
        facts.happened(new BudgetCutAmended(YEAR, ROUND, line("D4"), new CutId("C1"), agorot(80), "less",
                "less cost")).proposed("C1", OWN_LINE, "D4", 100);

        assertThat(accept().amountAgorot()).isEqualTo(agorot(80));
        assertThat(amend(70, facts.who("D4", MGR)).amountAgorot()).as("its proposer is known")
                .isEqualTo(agorot(70));
    }

    @Test
    void that_was_decided_stays_decided_where_its_amendment_is_told_after_that() {
        facts.proposed("C1", OWN_LINE, "D4", 100)
                .accepted("C1", "D4", 100)
                .happened(new BudgetCutAmended(YEAR, ROUND, line("D4"), new CutId("C1"), agorot(80), "less",
                        "less cost"));

        assertThat(facts.year().gap(ROUND)).isEqualTo(agorot(500));
        Refused.with("cut.not-filed", this::accept);
    }

    @Test
    void goes_on_in_the_order_of_its_days_and_imported_is_spared_the_rules() {
        facts.proposed("C1", OWN_LINE, "D4", 100).on("2016-11-02");

        Refused.with("occurred-on.before-last-fact", () -> amend(80, facts.who("D4", MGR)));
        assertThat(amend(5_000, facts.importing()).amountAgorot()).isEqualTo(agorot(5_000));
    }

    private BudgetCutAmended amend(long amount, DecisionContext context) {
        return BudgetCut.amend(facts.year(),
                new AmendBudgetCut(YEAR, new CutId("C1"), agorot(amount), "less", "less cost"), context);
    }

    private BudgetCutAccepted accept() {
        return BudgetCut.accept(facts.year(), new AcceptBudgetCut(YEAR, new CutId("C1"), "agreed"),
                facts.who("REC", REC));
    }
}
