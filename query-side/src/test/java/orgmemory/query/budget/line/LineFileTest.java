// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import static org.assertj.core.api.Assertions.assertThat;
import static orgmemory.query.budget.BudgetFacts.agorot;
import static orgmemory.query.budget.BudgetFacts.line;

import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.query.budget.BudgetFacts;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.line.LineFile.LineChange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.budget.AuthoredTexts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineFileTest {

    private static final BudgetLines LINES = new BudgetLines();

    private static List<LineChange> steps(BudgetFacts facts, String line) {
        var texts = AuthoredTexts.texts(facts.facts());
        return LineFile.steps(LINES, facts.fold(LINES, line(line).value()), facts.facts(), texts);
    }

    private static BudgetFacts ofD2() {
        var facts = new BudgetFacts().on("2016-09-28").drafted("D2", 3250);
        facts.on("2016-10-03")
                .moved("BY2017", "M-1", MovementKind.ADDITION,
                        new MovementLine("1", "x", agorot(10), line("D2")),
                        new MovementLine("2", "y", agorot(-10), null));
        facts.on("2016-11-03").proposed("C-1", CutKind.OWN_LINE, "D2", 240);
        facts.on("2016-11-20").accepted("C-1", "D2", 240);
        facts.on("2016-11-24").offered("S-1", TransferKind.SHARE_ABSORPTION, "D2", line("D4").subject(), 60);
        facts.on("2016-11-29")
                .offerAccepted("S-1", "D2", line("D4").subject(), 60)
                .executed("S-1", "D2", line("D4").subject(), 60);
        return facts;
    }

    @Test
    void each_amount_has_its_cause_and_the_last_step_leads_to_what_is_free() {
        var steps = steps(ofD2(), "D2");

        assertThat(steps).extracting(step -> step.cause().toString())
                .containsExactly("line/BY2017:D2", "movement/M-1", "cut/C-1", "transfer/S-1");
        assertThat(steps).extracting(LineChange::changeAgorot)
                .containsExactly(agorot(3250), agorot(10), agorot(-240), agorot(-60));
        assertThat(steps.getLast().freeAgorot())
                .isEqualTo(ofD2().fold(LINES, "BY2017:D2").freeAgorot())
                .isEqualTo(agorot(2960));
    }

    @Test
    void a_step_says_who_proposed_it_and_whom_it_helps() {
        var steps = steps(ofD2(), "D2");

        assertThat(steps.get(2).by()).isEqualTo(Subject.of("person", "D2"));
        assertThat(steps.get(2).to()).isNull();
        assertThat(steps.get(3).to()).isEqualTo(line("D4").subject());
    }

    @Test
    void what_takes_nothing_from_the_line_is_no_step() {
        var facts = new BudgetFacts().on("2016-09-28").drafted("P4", 680);
        facts.on("2016-11-17").proposed("C-1", CutKind.INCOME_INCREASE, "P4", 80);
        facts.on("2016-11-27").accepted("C-1", "P4", 80);
        facts.on("2016-11-28").proposed("C-2", CutKind.OWN_LINE, "P4", 5);

        assertThat(steps(facts, "P4")).hasSize(1);
        assertThat(steps(facts, "D4")).isEmpty();
    }

    @Test
    void a_proposal_that_was_accepted_twice_counts_once() {
        var facts = ofD2();
        facts.on("2016-12-01").accepted("C-1", "D2", 240);

        assertThat(steps(facts, "D2")).hasSize(4);
    }
}
