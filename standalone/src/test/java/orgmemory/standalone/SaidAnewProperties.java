// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.command.budget.BudgetYear;
import orgmemory.command.budget.Sums;
import orgmemory.command.budget.YearState;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.memory.Fact;

/** However large the amounts, both sides count what was said last of a line and of a round, exactly, or it was refused. */
class SaidAnewProperties {

    private static final BudgetYearId YEAR = new BudgetYearId("BY2017");
    private static final RoundId ROUND = new RoundId("CR-2017-1");
    private static final LineId LINE = new LineId("BY2017:D4");
    private static final Envelope ENVELOPE = new Envelope(Subject.of("person/P1"), Capacity.MEM, null,
            Attestation.IMPORTED, LocalDate.parse("2016-11-01"), null, null, Visibility.INSTITUTE, null,
            Language.he, "C-1");

    /** A line that was drafted anew, and a round of which more or less is required than before, with cuts of both. */
    @Property(tries = 300)
    void what_was_said_anew_counts_on_both_sides(@ForAll("some") List<Long> drafts,
            @ForAll("some") List<Long> required, @ForAll("amounts") List<Long> cuts) {
        var told = new ArrayList<BudgetEvent>();
        told.add(new BudgetLineDrafted(YEAR, LINE, null, "line", drafts.getFirst(), null));
        told.add(new CutRoundOpened(YEAR, ROUND, required.getFirst(), "why", List.of()));
        drafts.stream()
                .skip(1)
                .forEach(amount -> told
                        .add(new BudgetLineDraftRevised(YEAR, LINE, amount, null, null, "why")));
        cuts.forEach(amount -> told.add(new BudgetCutAccepted(YEAR, ROUND, LINE,
                new CutId("C-" + told.size()), amount, "why")));
        required.stream()
                .skip(1)
                .forEach(amount -> told.add(new RequiredCutAdjusted(YEAR, ROUND, amount, "why")));
        var lines = new BudgetLines();
        var boards = new CutBoard();
        var line = lines.initial(LINE.value());
        var board = boards.initial(ROUND.value());
        var year = YearState.NONE;
        for (int i = 0; i < told.size(); i++) {
            var fact = new Fact(i + 1L, "e-" + i, ENVELOPE, Instant.EPOCH, told.get(i));
            line = lines.keys(fact).isEmpty() ? line : lines.evolve(line, fact);
            board = boards.keys(fact).isEmpty() ? board : boards.evolve(board, fact);
            year = new BudgetYear().evolve(year, told.get(i), ENVELOPE);
        }
        var free = exact(drafts.getLast()).subtract(sum(cuts));
        var gap = exact(required.getLast()).subtract(sum(cuts));
        assertThat(List.of(exact(year.free(LINE)), exact(line.freeAgorot()))).containsOnly(free);
        assertThat(List.of(exact(year.gap(ROUND)), exact(board.gapAgorot()))).containsOnly(gap);
    }

    /** What an adjusted sum or a line drafted anew names is counted, and the field is named that brings too much. */
    @Property(tries = 100)
    void what_is_said_anew_is_refused_where_a_year_could_not_sum_it(@ForAll("amount") long amount) {
        var fields = Map.of(new BudgetLineDraftRevised(YEAR, LINE, amount, null, null, "why"),
                "amountAgorot",
                new RequiredCutAdjusted(YEAR, ROUND, amount, "why"), "requiredAgorot");
        fields.forEach((event, field) -> {
            assertThat(Amounts.named(event)).isEqualTo(amount);
            assertThatCode(() -> Sums.mustHold(event, Amounts.LARGEST_SUM - amount))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> Sums.mustHold(event, Amounts.LARGEST_SUM - amount + 1))
                    .isInstanceOfSatisfying(Rejected.class,
                            refused -> assertThat(refused.arguments()).startsWith(field));
        });
    }

    @Provide
    Arbitrary<List<Long>> some() {
        return amount().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return amount().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Long> amount() {
        long most = BudgetYearMessages.LARGEST_AMOUNT;
        return Arbitraries.oneOf(Arbitraries.of(1L, most, most - 1), Arbitraries.longs().between(1, most));
    }

    private static BigInteger exact(long amount) {
        return BigInteger.valueOf(amount);
    }

    private static BigInteger sum(List<Long> amounts) {
        return amounts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
