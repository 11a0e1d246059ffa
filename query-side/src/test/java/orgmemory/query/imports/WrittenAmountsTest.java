// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import orgmemory.query.imports.WrittenAmounts.Unit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenAmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"70,000- | -7000000", "(45,000) | -4500000", "₪ 1,250.50 | 125050",
            "1.250,50 | 125050", "1.250.000 | 125000000", "1 250 000 | 125000000", "1250 | 125000",
            "-5 | -500",
            "−70,000 | -7000000", "70,000− | -7000000", "־70,000 | -7000000", "–5.5 | -550", "12,50 | 1250",
            "+3 | 300",
            "1,250.50 ₪ | 125050", "₪-70,000 | -7000000", "-₪70,000 | -7000000", "70,000-₪ | -7000000",
            "180,000 ש\"ח | 18000000", "180,000 ש״ח | 18000000", "180,000 שח | 18000000", "NIS 12.5 | 1250",
            "(₪ 45,000) | -4500000", "₪(45,000) | -4500000", "1'250'000.5 | 125000050", "٧٠ | 7000", "0 | 0",
            "999,999,999,999,999 | 99999999999999900", "1234.5 | 123450"})
    void amounts_are_read_as_people_write_them(String typed, long agorot) {
        assertThat(WrittenAmounts.agorot(typed, Unit.SHEKELS)).hasValue(agorot);
        assertThat(WrittenAmounts.agorot("\u200f\u202b" + typed + "\u202c\u200e ", Unit.SHEKELS))
                .hasValue(agorot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "–", "abc", "1.250", "1,25.000", "1,250,50", "12 34", "70,000.-", "(5",
            "5)", "(-5)",
            "-5-", "--5", "5%", "1/2", "1.005", "12,5000", "1234,500", "1e5", "5 6.7.8",
            "99999999999999999999", "$5",
            "1,,000", "1.2.3", ".", ","})
    void what_is_no_amount_or_could_be_two_is_not_read(String typed) {
        assertThat(WrittenAmounts.agorot(typed, Unit.SHEKELS)).isEqualTo(OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AGOROT | 1,250 | 1250", "THOUSANDS | 1,250 | 125000000",
            "THOUSANDS | 12.5 | 1250000"})
    void tables_count_in_other_units_where_somebody_says_so(Unit unit, String typed, long agorot) {
        assertThat(WrittenAmounts.agorot(typed, unit)).hasValue(agorot);
    }

    /** Written in any of the ways, it is the same amount, or none; never another one. */
    @Property(tries = 2_000)
    void no_amount_is_ever_read_as_another(
            @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long agorot,
            @ForAll long seed) {
        var dice = new Random(seed);
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        boolean swapped = dice.nextBoolean();
        symbols.setGroupingSeparator(swapped ? '.' : ',');
        symbols.setDecimalSeparator(swapped ? ',' : '.');
        var format = new DecimalFormat(dice.nextBoolean() ? "#,##0.00" : "#,##0.##", symbols);
        var bare = format.format(BigDecimal.valueOf(Math.abs(agorot), 2));
        var signed = agorot >= 0 ? bare : switch (dice.nextInt(4)) {
            case 0 -> "-" + bare;
            case 1 -> bare + "-";
            case 2 -> "(" + bare + ")";
            default -> "\u200e\u2212" + bare;
        };
        var read = WrittenAmounts.agorot(dice.nextBoolean() ? "₪ " + signed : signed + " ₪", Unit.SHEKELS);
        assertThat(read.isEmpty() ? agorot : read.getAsLong()).isEqualTo(agorot);
        assertThat(read.isPresent() || swapped).isTrue();
    }
}
