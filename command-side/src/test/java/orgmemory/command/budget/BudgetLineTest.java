// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.command.budget.BudgetFacts.agorot;
import static orgmemory.command.budget.BudgetFacts.line;
import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Rejected.Kind.EXISTS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.command.Refused;
import orgmemory.message.Capacity;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.message.budget.LineId;
import orgmemory.message.people.AreaId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetLineTest {

    private final BudgetFacts facts = new BudgetFacts();

    BudgetLineTest() {
        facts.world.accountable("D1").accountable("D4");
        facts.opened();
    }

    @Test
    void is_drafted_by_who_is_accountable_for_its_area() {
        assertThat(BudgetLine.draft(facts.year(), draft("D4", "D4"), facts.who("D4", OWN)))
                .isEqualTo(new BudgetLineDrafted(YEAR, line("D4"), new AreaId("D4"), "title", agorot(100),
                        null));
    }

    @Test
    void of_another_s_area_or_of_none_is_drafted_by_the_steward_only() {
        Refused.with(NOT_ALLOWED, "line.not-own-area",
                () -> BudgetLine.draft(facts.year(), draft("D4", "D4"), facts.who("D1", OWN)));
        Refused.with(NOT_ALLOWED, "line.not-own-area",
                () -> BudgetLine.draft(facts.year(), draft("PD", null), facts.who("D1", OWN)));
        assertThat(BudgetLine.draft(facts.year(), draft("PD", null), facts.who("BST", BST)).areaId())
                .isNull();
    }

    @Test
    void is_drafted_anew_by_whose_it_is_as_often_as_they_like() {
        Refused.with(UNKNOWN, "line.unknown", () -> revise("D4", 50, "D4", OWN));
        facts.drafted("D4", 100);

        var revised = revise("D4", 50, "D4", OWN);
        facts.happened(revised);

        assertThat(revised).isEqualTo(
                new BudgetLineDraftRevised(YEAR, line("D4"), agorot(50), null, null, "fewer pupils"));
        assertThat(facts.year().free(line("D4"))).isEqualTo(agorot(50));
        assertThat(revise("D4", 70, "BST", BST).amountAgorot()).isEqualTo(agorot(70));
        Refused.with(NOT_ALLOWED, "line.not-own-area", () -> revise("D4", 50, "D1", OWN));
    }

    @Test
    void is_never_drafted_below_what_was_taken_from_it() {
        var round = BudgetFacts.round().accepted("C1", "D4", 300);

        Refused.with("line.less-than-taken", () -> revise(round, 299));
        assertThat(round.happened(revise(round, 300)).year().free(line("D4"))).isZero();
        // What a correction has left below nothing may be mended step by step.
        round.accepted("C2", "D4", 100);
        assertThat(revise(round, 300).amountAgorot()).isEqualTo(agorot(300));
    }

    @Test
    void is_not_drafted_anew_before_its_last_fact() {
        facts.on("2016-09-20").drafted("D4", 100).on("2016-09-19");

        Refused.with("occurred-on.before-last-fact", () -> revise("D4", 50, "D4", OWN));
    }

    private BudgetLineDraftRevised revise(String line, long amount, String person, Capacity capacity) {
        return BudgetLine.revise(facts.year(),
                new ReviseLineDraft(YEAR, line(line), agorot(amount), null, null, "fewer pupils"),
                facts.who(person, capacity));
    }

    private static BudgetLineDraftRevised revise(BudgetFacts facts, long amount) {
        return BudgetLine.revise(facts.year(),
                new ReviseLineDraft(YEAR, line("D4"), agorot(amount), null, null, "fewer pupils"),
                facts.who("BST", BST));
    }

    @Test
    void is_drafted_once() {
        Refused.with(EXISTS, "line.exists", () -> BudgetLine.draft(facts.drafted("D4", 100).year(),
                draft("D4", "D4"), facts.importing()));
    }

    @Test
    void carries_its_year_in_its_id() {
        var stray = new DraftBudgetLine(YEAR, new LineId("BY2018:D4"), null, "title", 1, null);

        Refused.with("line.not-of-year", () -> BudgetLine.draft(facts.year(), stray, facts.importing()));
    }

    @Test
    void needs_an_area_that_exists() {
        Refused.with(UNKNOWN, "area.unknown",
                () -> BudgetLine.draft(facts.year(), draft("D9", "D9"), facts.importing()));
    }

    @Test
    void needs_a_year_that_is_open() {
        Refused.with(UNKNOWN, "budget-year.unknown",
                () -> BudgetLine.draft(YearState.NONE, draft("PD", null), facts.importing()));
    }

    @Test
    void is_not_drafted_before_its_year_was_opened() {
        facts.on("2016-08-31");

        Refused.with("occurred-on.before-whole",
                () -> BudgetLine.draft(facts.year(), draft("PD", null), facts.who("BST", BST)));
    }

    private static DraftBudgetLine draft(String id, @Nullable String area) {
        return new DraftBudgetLine(YEAR, line(id), area == null ? null : new AreaId(area), "title",
                agorot(100), null);
    }
}
