// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;
import static orgmemory.query.budget.BudgetFacts.line;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.RejectBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import orgmemory.message.budget.CutId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.query.budget.BudgetFacts;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.consultation.ConsultationReads.Heard;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.budget.YearLines;

/** On 25 November the round lacks 480 thousand; four proposals and three offers wait. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardActionsTest {

    /** P4 was asked about two proposals to cut lines of others; D4 answers for one of them. */
    private static final Map<Subject, Set<PersonId>> HEARD = Map.of(new CutId("C-ASKED").subject(),
            Set.of(new PersonId("D4"), new PersonId("P4")), new CutId("C-OTHER").subject(),
            Set.of(new PersonId("P4")));

    private static final LocalDate TODAY = LocalDate.of(2016, 11, 25);
    private static final Map<AreaId, PersonId> ACCOUNTABLE = Map.of(new AreaId("D1"), new PersonId("D1"),
            new AreaId("D4"), new PersonId("D4"), new AreaId("P4"), new PersonId("P4"));

    private static BoardActions may(BudgetFacts facts, @Nullable String person, @Nullable LocalDate asOf,
            Capacity... capacities) {
        var id = person == null ? null : new PersonId(person);
        var reader = id == null ? null : new Reader(id, id.value(), Set.of(capacities));
        var page = new Page("/rounds/CR-2017-1", "", Locale.ENGLISH, "auto", reader,
                new BitemporalPoint(asOf, null),
                TODAY, asOf, null, false, Optional.empty(), 1);
        var lines = Stream.of("D1", "D2", "D4", "P4", "PD")
                .map(line -> facts.fold(new BudgetLines(), line(line).value(), TODAY))
                .toList();
        return new BoardActions(page, facts.fold(new CutBoard(), "CR-2017-1", TODAY),
                new YearLines(lines, ACCOUNTABLE, id), new Heard(HEARD));
    }

    private static BoardActions may(@Nullable String person, Capacity... capacities) {
        return may(facts(), person, null, capacities);
    }

    private static BudgetFacts facts() {
        var facts = RoundOf2017.facts();
        facts.on("2016-10-05").drafted("D1", 2650);
        return facts;
    }

    private static Proposal cut(BoardActions may, String id) {
        return may.board()
                .proposals()
                .stream()
                .filter(cut -> cut.cutId().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Offer offer(BoardActions may, String id) {
        return may.board()
                .offers()
                .stream()
                .filter(offer -> offer.transferId().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void managers_and_their_managers_may_propose_and_others_not() {
        assertThat(may("D4", Capacity.MGR).propose()).isTrue();
        assertThat(may("MM1", Capacity.MM).propose()).isTrue();
        assertThat(may("REC", Capacity.REC).propose()).isFalse();
        assertThat(may("AUD", Capacity.AUD).propose()).isFalse();
        assertThat(may(null).propose()).isFalse();
    }

    @Test
    void who_answers_for_a_line_may_offer_help_from_it() {
        assertThat(may("D4", Capacity.MGR).offer()).isTrue();
        assertThat(may("P8", Capacity.MGR).offer()).isFalse();
    }

    @Test
    void only_its_proposer_may_withdraw_a_proposal_as_long_as_it_waits() {
        var may = may("P4", Capacity.MGR);

        assertThat(may.may(WithdrawBudgetCut.class, cut(may, "C-P4"))).isTrue();
        assertThat(may.may(WithdrawBudgetCut.class, cut(may, "C-RES"))).isFalse();
        var before = may("D1", Capacity.MGR);
        assertThat(before.may(WithdrawBudgetCut.class, cut(before, "C-D1"))).as("accepted").isFalse();
    }

    @Test
    void the_recorder_may_accept_what_waits_and_nobody_else() {
        var recorder = may("REC", Capacity.REC);
        var manager = may("P4", Capacity.MGR);

        assertThat(recorder.may(AcceptBudgetCut.class, cut(recorder, "C-P4"))).isTrue();
        assertThat(recorder.may(AcceptBudgetCut.class, cut(recorder, "C-D1"))).as("accepted already")
                .isFalse();
        assertThat(recorder.may(AcceptBudgetCut.class, cut(recorder, "C-PD"))).as("withdrawn").isFalse();
        assertThat(manager.may(AcceptBudgetCut.class, cut(manager, "C-P4"))).isFalse();
    }

    @Test
    void what_the_rules_would_refuse_is_not_offered_and_says_why() {
        var facts = facts();
        facts.on("2016-11-25").proposed("C-OTHER", CutKind.OTHER_LINE, "D4", 10);
        facts.proposed("C-ASKED", CutKind.OTHER_LINE, "D4", 10);
        facts.proposed("C-MUCH", CutKind.OWN_LINE, "D4", 1_400);
        facts.proposed("C-MORE", CutKind.OWN_LINE, "D4", 1_500);
        var may = may(facts, "REC", null, Capacity.REC);

        assertThat(may.whyNot(cut(may, "C-OTHER"))).isEqualTo("board.not.other-line");
        assertThat(may.whyNot(cut(may, "C-ASKED"))).isEmpty();
        assertThat(may.whyNot(cut(may, "C-MUCH"))).isEqualTo("board.not.gap");
        assertThat(may.whyNot(cut(may, "C-MORE"))).isEqualTo("board.not.free");
        assertThat(List.of("C-OTHER", "C-MUCH", "C-MORE"))
                .noneMatch(id -> may.may(AcceptBudgetCut.class, cut(may, id)))
                .as("the forum may reject what it cannot accept as matters stand")
                .allMatch(id -> may.may(RejectBudgetCut.class, cut(may, id)));
    }

    @Test
    void what_can_be_done_is_listed_by_its_commands_and_acceptance_comes_first() {
        var recorder = may("REC", Capacity.REC);
        var proposer = may("P4", Capacity.MGR);
        var giver = may("D1", Capacity.MGR);

        assertThat(recorder.ways(cut(recorder, "C-P4"))).containsExactly("AcceptBudgetCut",
                "RejectBudgetCut");
        assertThat(recorder.ways(cut(recorder, "C-D1"))).as("accepted").isEmpty();
        assertThat(proposer.ways(cut(proposer, "C-P4"))).containsExactly("AmendBudgetCut",
                "WithdrawBudgetCut");
        var helped = may("D4", Capacity.MGR);
        assertThat(helped.ways(offer(helped, "S-01"))).containsExactly("AcceptSolidarityTransfer",
                "DeclineSolidarityTransfer");
        assertThat(giver.ways(offer(giver, "S-02"))).containsExactly("WithdrawSolidarityOffer");
        assertThat(giver.may(WithdrawSolidarityOffer.class, offer(giver, "S-01"))).isFalse();
    }

    @Test
    void what_has_moved_is_given_back_by_the_recorder_or_the_giver() {
        var facts = facts();
        facts.on("2016-11-25").executed("S-01", "D1", line("D4").subject(), 60);
        var recorder = may(facts, "REC", null, Capacity.REC);
        var giver = may(facts, "D1", null, Capacity.MGR);
        var helped = may(facts, "D4", null, Capacity.MGR);

        assertThat(recorder.ways(offer(recorder, "S-01"))).containsExactly("ReverseSolidarityTransfer");
        assertThat(giver.ways(offer(giver, "S-01"))).containsExactly("ReverseSolidarityTransfer");
        assertThat(helped.ways(offer(helped, "S-01"))).isEmpty();
        assertThat(giver.ways(offer(giver, "S-02"))).doesNotContain("ReverseSolidarityTransfer");
    }

    @Test
    void an_offer_is_accepted_by_who_answers_for_the_line_that_is_helped() {
        var helped = may("D4", Capacity.MGR);
        var giver = may("D1", Capacity.MGR);
        var recorder = may("REC", Capacity.REC);

        assertThat(helped.may(AcceptSolidarityTransfer.class, offer(helped, "S-01"))).isTrue();
        assertThat(giver.may(AcceptSolidarityTransfer.class, offer(giver, "S-02"))).isFalse();
        assertThat(recorder.may(AcceptSolidarityTransfer.class, offer(recorder, "S-01"))).isFalse();
    }

    @Test
    void nothing_is_offered_in_the_past() {
        var may = may(facts(), "D4", TODAY.minusDays(1), Capacity.MGR, Capacity.REC);

        assertThat(may.propose()).isFalse();
        assertThat(may.offer()).isFalse();
        assertThat(may.may(AcceptBudgetCut.class, cut(may, "C-P4"))).isFalse();
        assertThat(may.may(AcceptSolidarityTransfer.class, offer(may, "S-01"))).isFalse();
    }
}
