// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.ROUND;
import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.message.budget.BudgetCutMessages.AmendBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.RejectBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.ReleaseArea;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AreaReleaseTest {

    private static final AreaId D4 = new AreaId("D4");

    private final BudgetFacts facts = BudgetFacts.round();

    @Test
    void has_nothing_left_once_its_lines_are_drafted_with_what_was_taken() {
        facts.proposed("C1", CutKind.OWN_LINE, "D4", 300).accepted("C1", "D4", 300);
        Refused.with("release.open-balance", this::release);
        emptied(300);

        assertThat(release()).containsExactly(new AreaReleased(YEAR, D4, "done"));
    }

    @Test
    void may_have_something_left_where_the_year_is_over() {
        facts.on("2017-12-31");
        Refused.with("release.open-balance", this::release);
        facts.on("2018-01-01");

        assertThat(release()).hasSize(1);
    }

    @Test
    void has_no_proposal_that_waits_not_even_where_the_year_is_over() {
        facts.proposed("C1", CutKind.OWN_LINE, "D4", 300);
        emptied(0);
        Refused.with("release.open-proposal", this::release);
        facts.on("2018-01-01");
        Refused.with("release.open-proposal", this::release);
        facts.withdrawn("C1", "D4", 300);

        assertThat(release()).hasSize(1);
    }

    @Test
    void has_no_offer_that_waits_from_its_lines_or_to_them() {
        facts.offered("T1", TransferKind.FUNDS, "D1", line("D4").subject(), 100);
        facts.offered("T2", TransferKind.FUNDS, "D4", line("D1").subject(), 100);
        emptied(100);
        Refused.with("release.open-offer", this::release);
        facts.executed("T1", TransferKind.FUNDS, "D1", line("D4").subject(), 100);
        Refused.with("release.open-offer", this::release);
        facts.executed("T2", TransferKind.FUNDS, "D4", line("D1").subject(), 100);

        assertThat(release()).hasSize(1);
    }

    @Test
    void is_released_once_of_a_year_that_is_there_and_has_lines_of_it() {
        Refused.with(UNKNOWN, "area.unknown", () -> release("X9"));
        facts.world.area("N");
        Refused.with("release.no-lines", () -> release("N"));
        Refused.with(UNKNOWN, "budget-year.unknown", () -> new BudgetYear().decide(YearState.NONE,
                new ReleaseArea(YEAR, D4, null), steward()));
        released();
        Refused.with("release.twice", this::release);
    }

    @Test
    void is_not_released_before_the_last_fact_of_its_lines() {
        facts.proposed("C1", CutKind.OWN_LINE, "D4", 300);
        facts.on("2016-11-10").withdrawn("C1", "D4", 300);
        emptied(0);
        facts.on("2016-11-09");

        Refused.with("occurred-on.before-last-fact", this::release);
    }

    @Test
    void gets_nothing_new_however_it_would_come() {
        facts.executed("T1", TransferKind.FUNDS, "D4", line("D1").subject(), 100);
        emptied(100);
        released();

        Refused.with("line.of-released-area", () -> decide(new DraftBudgetLine(YEAR, line("D4b"), D4,
                "another", 0, null), steward()));
        Refused.with("line.area-released", () -> decide(new ReviseLineDraft(YEAR, line("D4"), agorot(900),
                null, null, "more"), steward()));
        Refused.with("line.area-released", () -> decide(new ProposeBudgetCut(YEAR, ROUND, new CutId("C9"),
                CutKind.INCOME_INCREASE, line("D4"), 1, "why", "cost"), facts.who("P8", MGR)));
        Refused.with("line.area-released", () -> decide(offer("D4", "D1"), facts.who("D4", OWN)));
        Refused.with("line.area-released", () -> decide(offer("D1", "D4"), facts.who("D1", OWN)));
        Refused.with("line.area-released", () -> decide(new ReverseSolidarityTransfer(YEAR,
                new TransferId("T1"), 1, null, "back"), facts.who("R", REC)));
        // What an earlier day brings late would be as open, and other areas go on.
        facts.on("2016-10-21");
        Refused.with("line.of-released-area", () -> decide(new DraftBudgetLine(YEAR, line("D4b"), D4,
                "another", 0, null), steward()));
        assertThat(decide(new DraftBudgetLine(YEAR, line("D1b"), new AreaId("D1"), "another", 0, null),
                steward())).hasSize(1);
    }

    @Test
    void is_open_again_where_an_import_brings_a_line_and_can_be_released_again() {
        emptied(0);
        released();
        facts.on("2016-12-01");
        decide(new DraftBudgetLine(YEAR, line("D4b"), D4, "another", 0, null), facts.importing())
                .forEach(facts::happened);

        assertThat(using()).isTrue();
        assertThat(release()).hasSize(1);
    }

    @Test
    void lets_what_an_import_left_open_be_answered_but_not_changed() {
        released();
        facts.proposed("C1", CutKind.INCOME_INCREASE, "D4", 300);

        Refused.with("line.area-released", () -> decide(
                new AmendBudgetCut(YEAR, new CutId("C1"), 1, "why", "cost"), facts.who("D4", MGR)));
        assertThat(decide(new RejectBudgetCut(YEAR, new CutId("C1"), "no"), facts.who("R", REC))).hasSize(1);
    }

    @Test
    void spares_an_import_all_but_that_ids_exist() {
        assertThat(decide(new ReleaseArea(YEAR, D4, null), facts.importing())).hasSize(1);
        Refused.with(UNKNOWN, "area.unknown",
                () -> decide(new ReleaseArea(YEAR, new AreaId("X9"), null), facts.importing()));
    }

    @Test
    void is_used_by_the_year_from_its_first_line_until_it_is_released() {
        assertThat(using()).isTrue();
        released();
        assertThat(using()).isFalse();
        assertThat(facts.world.register().of(Kind.USED, D4.subject().toString(), LocalDate.of(2016, 9, 20)))
                .extracting(row -> row.from() + " " + row.until())
                .containsExactly("2016-09-20 2016-11-02");
    }

    private boolean using() {
        return !facts.world.register()
                .of(Kind.USED, D4.subject().toString(), LocalDate.of(2020, 1, 1))
                .isEmpty();
    }

    private void emptied(long taken) {
        facts.happened(new BudgetLineDraftRevised(YEAR, line("D4"), agorot(taken), null, null, "given up"));
    }

    private void released() {
        facts.happened(new AreaReleased(YEAR, D4, null));
    }

    private OfferSolidarityTransfer offer(String from, String to) {
        return new OfferSolidarityTransfer(YEAR, new TransferId("T9"), TransferKind.FUNDS, 1, line(from),
                line(to).subject(), null, "why", List.of());
    }

    private DecisionContext steward() {
        return facts.who("BST", BST);
    }

    private List<BudgetEvent> release() {
        return release("D4");
    }

    private List<BudgetEvent> release(String area) {
        return decide(new ReleaseArea(YEAR, new AreaId(area), "done"), steward());
    }

    private List<BudgetEvent> decide(BudgetCommand command, DecisionContext context) {
        return new BudgetYear().decide(facts.year(), command, context);
    }
}
