// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import orgmemory.message.Texts;

/** Days as people write them in tables: {@code 2017-11-30}, or day, month and year: {@code 30/11/2017}, {@code 30.11.2017}. */
final class Days {

    private static final Pattern ISO = Pattern
            .compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T00:00(?::00)?|00:00(?::00)?)?");
    private static final Pattern DAY_FIRST = Pattern
            .compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:0?0:00(?::00)?)?");

    private Days() {
    }

    /** The day; empty where the text is none, or has but two digits for the year. */
    static Optional<LocalDate> of(String typed) {
        var bare = Texts.seen(typed);
        try {
            var iso = ISO.matcher(bare);
            if (iso.matches()) {
                return Optional
                        .of(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
            }
            var dayFirst = DAY_FIRST.matcher(bare);
            return dayFirst.matches()
                    ? Optional.of(LocalDate.of(number(dayFirst.group(4)), number(dayFirst.group(3)),
                            number(dayFirst.group(1))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
