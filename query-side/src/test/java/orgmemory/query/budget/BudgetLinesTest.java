// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static orgmemory.query.budget.BudgetFacts.YEAR;
import static orgmemory.query.budget.BudgetFacts.agorot;
import static orgmemory.query.budget.BudgetFacts.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.message.Json;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetLinesTest {

    private final BudgetLines view = new BudgetLines();

    @Test
    void accepted_cuts_and_executed_giving_lower_what_a_line_has_free() {
        var line = RoundOf2017.facts().fold(view, "BY2017:D2");

        assertThat(line.currentAgorot()).isEqualTo(agorot(3250));
        assertThat(line.acceptedCutsAgorot()).isEqualTo(agorot(240));
        assertThat(line.solidarityOutAgorot()).isEqualTo(agorot(60));
        assertThat(line.freeAgorot()).isEqualTo(agorot(2950));
    }

    @Test
    void filed_proposals_and_open_offers_reserve_nothing() {
        var line = RoundOf2017.facts().fold(view, "BY2017:D2", LocalDate.of(2016, 11, 16));

        assertThat(line.freeAgorot()).isEqualTo(agorot(3250));
        assertThat(line.proposals()).extracting(Proposal::state).containsExactly(Proposal.State.FILED);
    }

    @Test
    void more_income_does_not_lower_the_line_that_brings_it() {
        var line = RoundOf2017.facts().fold(view, "BY2017:P4");

        assertThat(line.proposals()).extracting(Proposal::state).containsExactly(Proposal.State.ACCEPTED);
        assertThat(line.acceptedCutsAgorot()).isZero();
        assertThat(line.freeAgorot()).isEqualTo(agorot(680));
    }

    @Test
    void a_carried_share_shows_on_the_line_it_helps_and_adds_no_money() {
        var line = RoundOf2017.facts().fold(view, "BY2017:D4");

        assertThat(line.solidarityInAgorot()).isEqualTo(agorot(100));
        assertThat(line.currentAgorot()).isEqualTo(agorot(1450));
        assertThat(line.freeAgorot()).isEqualTo(agorot(1450));
    }

    @Test
    void a_line_that_is_drafted_anew_keeps_its_area_and_what_was_taken_from_it() {
        var facts = new BudgetFacts().on("2016-09-28").drafted("D4", 1000).on("2016-11-10");
        facts.accepted("C-1", "D4", 100).on("2016-11-12");
        facts.add(new BudgetLineDraftRevised(YEAR, line("D4"), agorot(900), "Renamed", "שם חדש",
                "fewer pupils"));
        facts.on("2016-11-11")
                .add(new BudgetLineDraftRevised(YEAR, line("D4"), agorot(700), null, null, "recorded late"));

        var revised = facts.fold(view, "BY2017:D4");
        assertThat(revised.draftAgorot()).isEqualTo(agorot(900));
        assertThat(revised.freeAgorot()).isEqualTo(agorot(800));
        assertThat(revised.title()).isEqualTo("Renamed");
        assertThat(revised.otherTitle()).isEqualTo("שם חדש");
        assertThat(revised.areaId()).isNotNull();
        var before = facts.fold(view, "BY2017:D4", LocalDate.of(2016, 11, 11));
        assertThat(before.draftAgorot()).isEqualTo(agorot(700));
        assertThat(before.title()).isNotEqualTo("Renamed");
    }

    @Test
    void a_past_movement_changes_only_the_lines_it_declares() {
        var facts = new BudgetFacts().on("2016-10-05")
                .drafted("D4", 1000)
                .on("2017-02-01")
                .moved("BY2017", "M-1", MovementKind.TRANSFER,
                        new MovementLine("13-01", "from", agorot(-30), line("D4")),
                        new MovementLine("13-02", "again", agorot(-5), line("D4")),
                        new MovementLine("47-01", "to", agorot(35), null));

        assertThat(facts.fold(view, "BY2017:D4").movementsAgorot()).isEqualTo(agorot(-35));
        assertThat(facts.fold(view, "BY2017:D4").currentAgorot()).isEqualTo(agorot(965));
        assertThat(view.keys(facts.facts().getLast())).containsExactly("BY2017:D4");
    }

    @Test
    void a_line_that_was_never_drafted_still_shows_what_was_taken_from_it() {
        var line = new BudgetFacts().on("2016-11-10").accepted("C-1", "D1", 180).fold(view, "BY2017:D1");

        assertThat(line.title()).isNull();
        assertThat(line.freeAgorot()).isEqualTo(agorot(-180));
    }

    @Test
    void a_line_comes_back_from_json_as_it_went() {
        var line = RoundOf2017.facts().fold(view, "BY2017:D2");
        var json = Json.mapper().writeValueAsString(line);

        assertThat(Json.mapper().readValue(json, BudgetLines.Line.class)).isEqualTo(line);
    }
}
