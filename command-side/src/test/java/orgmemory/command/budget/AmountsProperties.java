// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.message.budget.Amounts;

/** What {@link Amounts} come to is what unbounded numbers come to, or the edge on that side. */
class AmountsProperties {

    @Property
    void sums_are_exact_or_at_the_edge(@ForAll("amounts") List<Long> amounts) {
        var sum = amounts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(Amounts.sum(amounts.stream().mapToLong(Long::longValue))).isEqualTo(number(sum));
    }

    @Property
    void so_are_two_of_them(@ForAll("amount") long one, @ForAll("amount") long other) {
        var left = BigInteger.valueOf(one);
        var right = BigInteger.valueOf(other);
        assertThat(Amounts.plus(one, other)).isEqualTo(number(left.add(right)));
        assertThat(Amounts.minus(one, other)).isEqualTo(number(left.subtract(right)));
        assertThat(Amounts.percent(one, other)).isEqualTo(other == 0
                ? 0
                : number(left.multiply(BigInteger.valueOf(100)).divide(right)));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return amount().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Long> amount() {
        var edges = LongStream
                .of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 2, Amounts.LARGEST_SUM, 0, -1)
                .boxed()
                .toArray(Long[]::new);
        return Arbitraries.oneOf(Arbitraries.of(edges), Arbitraries.longs());
    }

    private static long number(BigInteger exact) {
        return exact.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }
}
