// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.command.budget.Sums;
import orgmemory.command.budget.BudgetYear;
import orgmemory.command.budget.YearState;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.TransferId;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.MovementTotals;
import orgmemory.query.memory.Fact;

/** However large the amounts, what both sides say of them is what unbounded numbers come to, or the fact was refused. */
class SumsAgreeProperties {

    private static final BudgetYearId YEAR = new BudgetYearId("BY2017");
    private static final LineId LINE = new LineId("BY2017:D4");
    private static final Envelope ENVELOPE = new Envelope(Subject.of("person/P1"), Capacity.MEM, null,
            Attestation.IMPORTED, LocalDate.parse("2016-11-01"), null, null, Visibility.INSTITUTE, null,
            Language.he,
            "C-1");

    @Property(tries = 300)
    void what_is_recorded_is_summed_exactly(@ForAll("movements") List<List<Long>> movements) {
        var recorded = new ArrayList<PastMovementRecorded>();
        long named = 0;
        for (var amounts : movements) {
            var movement = movement(recorded.size(), amounts);
            try {
                Sums.mustHold(movement, named);
                named = Amounts.plus(named, Amounts.named(movement));
                recorded.add(movement);
            } catch (Rejected refused) {
                assertThat(refused.code()).isEqualTo("budget-year.sum-too-large");
                assertThat(refused.arguments()).startsWith("lines");
            }
        }
        var exact = sum(recorded.stream());
        assertThat(BigInteger.valueOf(free(recorded))).isEqualTo(exact);
        assertThat(BigInteger.valueOf(line(recorded).freeAgorot())).isEqualTo(exact);
        assertThat(BigInteger.valueOf(totals(recorded).netAgorot())).isEqualTo(exact);
    }

    /** As an earlier release may have recorded them: no view breaks, and none tells less than nothing of what is plenty. */
    @Property(tries = 300)
    void what_no_number_holds_is_at_the_edge(@ForAll("gains") List<List<Long>> movements) {
        var recorded = new ArrayList<PastMovementRecorded>();
        movements.forEach(amounts -> recorded.add(movement(recorded.size(), amounts)));
        var told = sum(recorded.stream()).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        assertThat(List.of(free(recorded), line(recorded).freeAgorot(), totals(recorded).netAgorot()))
                .containsOnly(told);
    }

    /** A transfer and what is given back of it, as far as corrections may take it. */
    @Property(tries = 300)
    void what_is_left_of_a_transfer_is_the_same_on_both_sides(@ForAll("amount") long given,
            @ForAll("amounts") List<Long> back) {
        var id = new TransferId("S-1");
        var other = new LineId("BY2017:D1").subject();
        var told = new ArrayList<SolidarityTransferEvent>();
        told.add(new SolidarityTransferExecuted(YEAR, id, null, LINE, other, given));
        back.forEach(amount -> told
                .add(new SolidarityTransferReversed(YEAR, id, null, LINE, other, amount, null, "why")));
        var view = new BudgetLines();
        var line = view.initial(LINE.value());
        var year = YearState.NONE;
        for (int i = 0; i < told.size(); i++) {
            line = view.evolve(line, new Fact(i + 1L, "e-" + i, ENVELOPE, Instant.EPOCH, told.get(i)));
            year = new BudgetYear().evolve(year, told.get(i), ENVELOPE);
        }
        var left = back.stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.valueOf(given), BigInteger::subtract)
                .max(BigInteger.ZERO);
        assertThat(BigInteger.valueOf(year.free(LINE))).isEqualTo(left.negate());
        assertThat(BigInteger.valueOf(line.freeAgorot())).isEqualTo(left.negate());
    }

    @Provide
    Arbitrary<Long> amount() {
        long most = BudgetYearMessages.LARGEST_AMOUNT;
        return Arbitraries.oneOf(Arbitraries.of(1L, most, most - 1), Arbitraries.longs().between(1, most));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return amount().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<List<Long>>> movements() {
        long most = BudgetYearMessages.LARGEST_AMOUNT;
        var amount = Arbitraries.oneOf(Arbitraries.of(most, -most, most - 1),
                Arbitraries.longs().between(-most, most));
        return amount.list().ofMinSize(1).ofMaxSize(60).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<List<Long>>> gains() {
        return Arbitraries.longs()
                .between(0, Long.MAX_VALUE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofMaxSize(8);
    }

    private static long free(List<PastMovementRecorded> recorded) {
        var year = YearState.NONE;
        for (var movement : recorded) {
            year = new BudgetYear().evolve(year, movement, ENVELOPE);
        }
        return year.free(LINE);
    }

    private static BudgetLines.Line line(List<PastMovementRecorded> recorded) {
        var view = new BudgetLines();
        var line = view.initial(LINE.value());
        for (int i = 0; i < recorded.size(); i++) {
            line = view.evolve(line, fact(i, recorded.get(i)));
        }
        return line;
    }

    private static MovementTotals.Totals totals(List<PastMovementRecorded> recorded) {
        var view = new MovementTotals();
        var totals = view.initial(YEAR.value());
        for (int i = 0; i < recorded.size(); i++) {
            totals = view.evolve(totals, fact(i, recorded.get(i)));
        }
        return totals;
    }

    private static Fact fact(int position, PastMovementRecorded movement) {
        return new Fact(position + 1L, "e-" + position, ENVELOPE, Instant.EPOCH, movement);
    }

    private static PastMovementRecorded movement(int number, List<Long> amounts) {
        return new PastMovementRecorded(YEAR, new MovementId("M-" + number), MovementKind.ADDITION, "more",
                null,
                amounts.stream().map(amount -> new MovementLine("1", "line", amount, LINE)).toList());
    }

    private static BigInteger sum(Stream<PastMovementRecorded> recorded) {
        return recorded.flatMap(movement -> movement.lines().stream())
                .map(line -> BigInteger.valueOf(line.amountAgorot()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
