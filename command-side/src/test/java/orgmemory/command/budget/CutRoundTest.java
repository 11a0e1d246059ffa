// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.command.Refused;
import orgmemory.message.budget.CutRoundMessages.AdjustRequiredCut;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.budget.CutRoundMessages.SetIndicativeShares;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CutRoundTest {

    private static final OpenCutRound OPEN = new OpenCutRound(YEAR, ROUND, agorot(600), "Less income");

    @Test
    void requires_another_sum_but_never_less_than_is_covered_and_its_shares_lapse() {
        var round = BudgetFacts.round().accepted("C1", "D4", 150);

        Refused.with("round.below-covered", () -> adjust(round, 149));
        assertThat(adjust(round, 150).requiredAgorot()).isEqualTo(agorot(150));
        round.happened(adjust(round, 700));

        assertThat(round.year().gap(ROUND)).isEqualTo(agorot(550));
        assertThat(round.year().remainingShare(ROUND, line("D1"))).isZero();
        round.happened(adjust(round, 300)).on("2016-10-01");
        Refused.with("occurred-on.before-last-fact", () -> adjust(round, 400));
    }

    private static RequiredCutAdjusted adjust(BudgetFacts facts, long required) {
        return CutRound.adjust(facts.year(),
                new AdjustRequiredCut(YEAR, ROUND, agorot(required), "less income"),
                facts.who("BST", BST));
    }

    @Test
    void keeps_the_roll_of_the_managers_of_its_day() {
        var facts = BudgetFacts.fullView();
        facts.world.on("2016-11-15").manager("LATE");
        facts.on("2016-10-20");

        assertThat(CutRound.open(facts.year(), OPEN, facts.who("BST", BST)).roll())
                .containsExactly(new PersonId("D1"), new PersonId("D4"), new PersonId("P8"));
    }

    @Test
    void does_not_open_before_the_full_view() {
        var unseen = new BudgetFacts().opened().common("PD", 200);
        Refused.with("round.before-full-view",
                () -> CutRound.open(unseen.year(), OPEN, unseen.who("D1", MGR)));

        var tooEarly = BudgetFacts.fullView().on("2016-10-04");
        Refused.with("round.before-full-view",
                () -> CutRound.open(tooEarly.year(), OPEN, tooEarly.who("D1", MGR)));
    }

    @Test
    void opens_once() {
        var facts = BudgetFacts.round();

        Refused.with(EXISTS, "round.exists",
                () -> CutRound.open(facts.year(), OPEN, facts.importing()));
    }

    @Test
    void needs_a_year_that_is_open() {
        var facts = new BudgetFacts();

        Refused.with(UNKNOWN, "budget-year.unknown",
                () -> CutRound.open(facts.year(), OPEN, facts.importing()));
    }

    @Test
    void is_shared_by_what_lines_and_income_sum_up_to() {
        var facts = BudgetFacts.round();
        var shares = shares(150, share("D1", 250), share("D4", 200));

        assertThat(CutRound.setShares(facts.year(), shares, facts.who("BST", BST)).shares()).hasSize(2);
        Refused.with("shares.sum", () -> CutRound.setShares(facts.year(), shares(151, share("D1", 250),
                share("D4", 200)), facts.who("BST", BST)));
    }

    @Test
    void is_shared_by_known_lines_each_once() {
        var facts = BudgetFacts.round();

        Refused.with("shares.line-twice", () -> CutRound.setShares(facts.year(),
                shares(0, share("D1", 300), share("D1", 300)), facts.importing()));
        Refused.with(UNKNOWN, "line.unknown", () -> CutRound.setShares(facts.year(),
                shares(0, share("D9", 600)), facts.importing()));
    }

    @Test
    void is_not_shared_before_it_opens() {
        var facts = BudgetFacts.fullView();

        Refused.with(UNKNOWN, "round.unknown", () -> CutRound.setShares(facts.year(),
                shares(0, share("D1", 600)), facts.importing()));
    }

    @Test
    void goes_on_in_the_order_of_its_days() {
        var facts = BudgetFacts.round().on("2016-10-26");

        Refused.with("occurred-on.before-last-fact", () -> CutRound.setShares(facts.year(),
                shares(0, share("D1", 600)), facts.who("BST", BST)));
    }

    private static SetIndicativeShares shares(long income, IndicativeShare... shares) {
        return new SetIndicativeShares(YEAR, ROUND, List.of(shares), agorot(income));
    }

    private static IndicativeShare share(String line, long amount) {
        return new IndicativeShare(line(line), agorot(amount));
    }
}
