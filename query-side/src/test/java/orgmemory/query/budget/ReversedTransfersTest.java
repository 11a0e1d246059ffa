// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static orgmemory.query.budget.BudgetFacts.agorot;
import static orgmemory.query.budget.BudgetFacts.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was given back of a transfer is lacking again on the board and free again in the line, from its day on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReversedTransfersTest {

    private static final String ROUND = "CR-2017-1";
    private static final Subject D4 = line("D4").subject();

    private final CutBoard boards = new CutBoard();
    private final BudgetLines lines = new BudgetLines();

    private static BudgetFacts executed() {
        return new BudgetFacts().on("2016-10-05")
                .drafted("D2", 3250)
                .on("2016-10-20")
                .opened(1300)
                .on("2016-11-24")
                .offered("S-1", TransferKind.SHARE_ABSORPTION, "D2", D4, 60)
                .on("2016-11-29")
                .offerAccepted("S-1", "D2", D4, 60)
                .executed("S-1", "D2", D4, 60);
    }

    @Test
    void a_part_and_then_the_rest_go_back_each_on_its_day() {
        var facts = executed().on("2016-12-02")
                .reversed("S-1", "D2", D4, 20)
                .on("2016-12-05")
                .reversed("S-1", "D2", D4, 40);

        var before = facts.fold(boards, ROUND, LocalDate.of(2016, 12, 1));
        var part = facts.fold(boards, ROUND, LocalDate.of(2016, 12, 4));
        var whole = facts.fold(boards, ROUND);
        assertThat(before.gapAgorot()).isEqualTo(agorot(1240));
        assertThat(part.gapAgorot()).isEqualTo(agorot(1260));
        assertThat(part.offers().getFirst().state()).isEqualTo(Offer.State.EXECUTED);
        assertThat(part.offers().getFirst().since()).isEqualTo("2016-11-29");
        assertThat(whole.gapAgorot()).isEqualTo(agorot(1300));
        assertThat(whole.offers().getFirst().state()).isEqualTo(Offer.State.REVERSED);
        assertThat(whole.offers().getFirst().since()).isEqualTo("2016-12-05");
        assertThat(facts.fold(lines, line("D2").value(), LocalDate.of(2016, 12, 4)).freeAgorot())
                .isEqualTo(agorot(3210));
        assertThat(facts.fold(lines, line("D4").value(), LocalDate.of(2016, 12, 4)).solidarityInAgorot())
                .isEqualTo(agorot(40));
    }

    @Test
    void more_than_was_given_by_a_correction_gives_back_no_more_than_that() {
        var board = executed().on("2016-12-02").reversed("S-1", "D2", D4, 90).fold(boards, ROUND);

        assertThat(board.gapAgorot()).isEqualTo(agorot(1300));
        assertThat(board.pendingAgorot()).isZero();
    }

    @Test
    void without_its_execution_nothing_goes_back_and_with_a_larger_one_the_rest_holds() {
        var alone = new BudgetFacts().on("2016-10-20").opened(1300).reversed("S-1", "D2", D4, 20);
        assertThat(alone.fold(boards, ROUND).gapAgorot()).isEqualTo(agorot(1300));
        assertThat(alone.fold(boards, ROUND).offers().getFirst().open()).isFalse();

        var later = alone.on("2016-11-29").executed("S-1", "D2", D4, 60).fold(boards, ROUND);
        assertThat(later.gapAgorot()).isEqualTo(agorot(1260));
        assertThat(later.offers().getFirst().executed()).isTrue();
    }

    @Test
    void a_board_reads_back_as_it_was_kept() {
        var board = executed().on("2016-12-02").reversed("S-1", "D2", D4, 20).fold(boards, ROUND);

        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsString(board), CutBoard.Board.class))
                .isEqualTo(board);
    }
}
