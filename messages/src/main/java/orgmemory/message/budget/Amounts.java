// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import java.math.BigInteger;
import java.util.stream.LongStream;
import orgmemory.message.Event;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;

/**
 * Sums of amounts, which never wrap. The rules take no fact by which all that the facts of a year name would come to more
 * than {@link #LARGEST_SUM}, so every sum over a year is exact on both sides. Views must take any facts, those of earlier
 * releases too: a sum that no number can hold stays at the edge, where everybody sees that it is none.
 */
public final class Amounts {

    /** What the facts of one year may name in all, in agorot, as if each amount were above 0. Ninety such years have a sum. */
    public static final long LARGEST_SUM = 100_000_000_000_000_000L;

    private static final BigInteger WHOLE = BigInteger.valueOf(100);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private Amounts() {
    }

    public static long plus(long one, long other) {
        long sum = one + other;
        boolean wrapped = ((one ^ sum) & (other ^ sum)) < 0;
        return wrapped ? edge(one) : sum;
    }

    public static long minus(long whole, long part) {
        long left = whole - part;
        boolean wrapped = ((whole ^ part) & (whole ^ left)) < 0;
        return wrapped ? edge(whole) : left;
    }

    public static long sum(LongStream amounts) {
        return sum(amounts.toArray());
    }

    /** The order of the amounts does not matter, also where a sum on the way is one that no number can hold. */
    public static long sum(long... amounts) {
        long sum = 0;
        for (long amount : amounts) {
            long next = sum + amount;
            if (((sum ^ next) & (amount ^ next)) < 0) {
                return number(LongStream.of(amounts)
                        .mapToObj(BigInteger::valueOf)
                        .reduce(BigInteger.ZERO,
                                BigInteger::add));
            }
            sum = next;
        }
        return sum;
    }

    /** How much of a whole a part is, in hundredths, rounded down; 0 of nothing. */
    public static long percent(long part, long whole) {
        return whole == 0
                ? 0
                : number(BigInteger.valueOf(part).multiply(WHOLE).divide(BigInteger.valueOf(whole)));
    }

    /** What a fact names of what is ever added up, as if each amount were above 0. A forecast is not. */
    public static long named(Event event) {
        return switch (event) {
            case PastMovementRecorded movement ->
                named(movement.lines().stream().mapToLong(MovementLine::amountAgorot));
            case BudgetLineEvent line -> named(LongStream.of(line.amountAgorot()));
            case CutRoundOpened round -> named(LongStream.of(round.requiredAgorot()));
            case RequiredCutAdjusted adjusted -> named(LongStream.of(adjusted.requiredAgorot()));
            case IndicativeSharesSet set -> named(LongStream.concat(LongStream.of(set.incomeAgorot()),
                    set.shares().stream().mapToLong(IndicativeShare::amountAgorot)));
            case BudgetCutEvent cut -> named(LongStream.of(cut.amountAgorot()));
            case SolidarityTransferEvent transfer -> named(LongStream.of(transfer.amountAgorot()));
            default -> 0;
        };
    }

    private static long named(LongStream amounts) {
        return sum(amounts.map(amount -> amount < 0 ? minus(0, amount) : amount));
    }

    private static long edge(long side) {
        return side < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long number(BigInteger sum) {
        return sum.max(LEAST).min(LARGEST).longValueExact();
    }
}
