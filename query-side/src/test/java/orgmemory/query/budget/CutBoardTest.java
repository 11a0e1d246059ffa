// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static orgmemory.query.budget.BudgetFacts.ROUND;
import static orgmemory.query.budget.BudgetFacts.YEAR;
import static orgmemory.query.budget.BudgetFacts.agorot;
import static orgmemory.query.budget.BudgetFacts.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.query.budget.board.ShareCoverage;
import orgmemory.query.memory.Fact;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CutBoardTest {

    private static final String KEY = "CR-2017-1";

    private final CutBoard view = new CutBoard();

    @Test
    void the_board_of_the_round_is_right_on_every_day() {
        var expected = new TreeMap<LocalDate, List<Long>>();
        RoundOf2017.BOARD.lines()
                .map(row -> row.split(" +"))
                .forEach(row -> expected.put(LocalDate.parse(row[0]), List.of(agorot(Long.parseLong(row[1])),
                        agorot(Long.parseLong(row[2])), agorot(Long.parseLong(row[3])))));
        var facts = RoundOf2017.facts();
        var actual = new TreeMap<LocalDate, List<Long>>();
        expected.firstKey().datesUntil(expected.lastKey().plusDays(1)).forEach(day -> {
            var board = facts.fold(view, KEY, day);
            actual.put(day, List.of(board.acceptedAgorot(), board.pendingAgorot(), board.gapAgorot()));
        });

        assertThat(actual).hasSize(49)
                .allSatisfy((day, figures) -> assertThat(figures).as("on %s", day)
                        .isEqualTo(expected.floorEntry(day).getValue()));
    }

    @Test
    void a_proposal_is_shown_with_who_filed_it_and_since_when_it_stands() {
        var board = RoundOf2017.facts().fold(view, KEY);

        assertThat(board.proposals()).hasSize(11)
                .contains(new Proposal(new CutId("C-PD"), ROUND,
                        CutKind.COMMON_LINE, line("PD"), agorot(150), Subject.of("person", "PD"), null,
                        Proposal.State.WITHDRAWN, LocalDate.of(2016, 11, 8)));
        assertThat(board.offers()).extracting(offer -> offer.state())
                .hasSize(4)
                .containsOnly(Offer.State.EXECUTED);
        assertThat(board.shares()).hasSize(10);
        assertThat(board.incomeShareAgorot()).isEqualTo(agorot(160));
        assertThat(view.parts(board)).hasSize(15)
                .contains(Subject.of("cut/C-D1"), Subject.of("transfer/S-04"));
    }

    @Test
    void shares_lapse_when_another_sum_is_required_until_they_are_set_anew() {
        var facts = new BudgetFacts().on("2016-10-20").opened(1300).on("2016-10-27");
        facts.add(new IndicativeSharesSet(YEAR, ROUND, List.of(new IndicativeShare(line("D1"), agorot(1200))),
                agorot(100)));
        facts.on("2016-11-10").proposed("C-1", CutKind.OWN_LINE, "D1", 180).on("2016-11-12");
        facts.accepted("C-1", "D1", 180);
        facts.add(new RequiredCutAdjusted(YEAR, ROUND, agorot(900), "the ministry found more"));

        var board = facts.fold(view, KEY);
        assertThat(board.requiredAgorot()).isEqualTo(agorot(900));
        assertThat(board.gapAgorot()).isEqualTo(agorot(720));
        assertThat(board.shares()).isEmpty();
        assertThat(board.incomeShareAgorot()).isZero();
        assertThat(facts.fold(view, KEY, LocalDate.of(2016, 11, 11)).shares()).hasSize(1);
    }

    @Test
    void a_rejected_proposal_neither_covers_nor_waits() {
        var board = new BudgetFacts().on("2016-10-20")
                .opened(1300)
                .on("2016-11-10")
                .proposed("C-1", CutKind.OWN_LINE, "D1", 180)
                .on("2016-11-12")
                .rejected("C-1", "D1", 180)
                .fold(view, KEY);

        assertThat(board.acceptedAgorot()).isZero();
        assertThat(board.pendingAgorot()).isZero();
        assertThat(board.gapAgorot()).isEqualTo(agorot(1300));
        assertThat(board.proposals().getFirst().state()).isEqualTo(Proposal.State.REJECTED);
    }

    @Test
    void an_amended_proposal_waits_as_it_was_said_last_whenever_its_proposal_is_told() {
        var facts = new BudgetFacts().on("2016-10-20")
                .opened(1300)
                .on("2016-11-10")
                .proposed("C-1", CutKind.OWN_LINE, "D1", 180)
                .on("2016-11-12")
                .amended("C-1", "D1", 150);

        assertThat(facts.fold(view, KEY, LocalDate.of(2016, 11, 11)).pendingAgorot()).isEqualTo(agorot(180));
        assertThat(facts.fold(view, KEY).pendingAgorot()).isEqualTo(agorot(150));
        var late = facts.on("2016-11-13").proposed("C-1", CutKind.OWN_LINE, "D1", 180).fold(view, KEY);
        assertThat(late.pendingAgorot()).isEqualTo(agorot(150));
        assertThat(late.proposals().getFirst().state()).isEqualTo(Proposal.State.AMENDED);
        var decided = facts.accepted("C-1", "D1", 150).on("2016-11-14").amended("C-1", "D1", 10);
        assertThat(decided.fold(view, KEY).gapAgorot()).isEqualTo(agorot(1150));
    }

    @Test
    void a_declined_offer_neither_covers_nor_waits_nor_takes_a_row_of_the_shares() {
        var d4 = line("D4").subject();
        var board = new BudgetFacts().on("2016-10-20")
                .opened(1300)
                .on("2016-11-24")
                .offered("S-1", TransferKind.SHARE_ABSORPTION, "D2", d4, 60)
                .on("2016-11-25")
                .declined("S-1", "D2", d4, 60)
                .fold(view, KEY);

        assertThat(board.pendingAgorot()).isZero();
        assertThat(board.gapAgorot()).isEqualTo(agorot(1300));
        assertThat(board.offers().getFirst().state()).isEqualTo(Offer.State.DECLINED);
        assertThat(ShareCoverage.of(board).rows()).isEmpty();
    }

    @Test
    void an_acceptance_counts_by_its_own_amount_where_its_proposal_was_annulled() {
        var board = new BudgetFacts().on("2016-10-20")
                .opened(1300)
                .on("2016-11-10")
                .accepted("C-1", "D1", 180)
                .fold(view, KEY);

        assertThat(board.acceptedAgorot()).isEqualTo(agorot(180));
        assertThat(board.proposals().getFirst().kind()).isNull();
    }

    @Test
    void a_gap_that_a_correction_made_negative_shows_so() {
        var board = new BudgetFacts().on("2016-10-20")
                .opened(100)
                .on("2016-11-10")
                .accepted("C-1", "D1", 180)
                .fold(view, KEY);

        assertThat(board.gapAgorot()).isEqualTo(agorot(-80));
    }

    @Test
    void a_proposal_that_was_filed_after_its_acceptance_stays_accepted() {
        var board = new BudgetFacts().on("2016-11-10")
                .accepted("C-1", "D1", 180)
                .on("2016-11-12")
                .proposed("C-1", CutKind.OWN_LINE, "D1", 180)
                .fold(view, KEY);

        assertThat(board.acceptedAgorot()).isEqualTo(agorot(180));
        assertThat(board.pendingAgorot()).isZero();
        assertThat(board.proposals().getFirst().kind()).isEqualTo(CutKind.OWN_LINE);
    }

    @Test
    void an_offer_told_after_its_execution_changes_nothing_but_its_kind() {
        var d4 = line("D4").subject();
        var board = new BudgetFacts().on("2016-11-10")
                .executed("S-01", "D2", d4, 60)
                .on("2016-11-12")
                .offered("S-01", TransferKind.SHARE_ABSORPTION, "D2", d4, 60)
                .fold(view, KEY);

        assertThat(board.acceptedAgorot()).isEqualTo(agorot(60));
        assertThat(board.offers().getFirst().kind()).isEqualTo(TransferKind.SHARE_ABSORPTION);
        assertThat(board.offers().getFirst().since()).isEqualTo(LocalDate.of(2016, 11, 10));
    }

    @Test
    void no_order_of_facts_makes_it_throw() {
        var random = new Random(7);
        var facts = RoundOf2017.facts().facts();
        for (int round = 0; round < 200; round++) {
            var shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            var board = view.initial(KEY);
            for (Fact fact : shuffled.subList(0, random.nextInt(shuffled.size()))) {
                board = view.keys(fact).contains(KEY) ? view.evolve(board, fact) : board;
            }
            assertThat(board.gapAgorot()).isEqualTo(board.requiredAgorot() - board.acceptedAgorot());
        }
    }

    @Test
    void a_full_board_is_small_and_comes_back_from_json_as_it_went() {
        var board = RoundOf2017.facts().fold(view, KEY);
        var json = Json.mapper().writeValueAsString(board);

        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(16 * 1024);
        assertThat(Json.mapper().readValue(json, CutBoard.Board.class)).isEqualTo(board);
    }
}
