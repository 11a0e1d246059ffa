// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import orgmemory.message.Texts;

/** Amounts as people type them: in shekels, with or without thousands apart, a currency sign or agorot. */
public final class Shekels {

    private static final Pattern AMOUNT = Pattern
            .compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,2})?");
    private static final String SHEKEL = "\u20aa";

    private Shekels() {
    }

    /** The amount in agorot; empty where the text is none. */
    public static Optional<Long> agorot(String typed) {
        var bare = Texts.seen(typed).replace(SHEKEL, "").replace('\u2212', '-');
        return AMOUNT.matcher(bare).matches()
                ? Optional.of(new BigDecimal(bare.replace(",", "")).movePointRight(2).longValueExact())
                : Optional.empty();
    }

    /** An amount to begin a form with. */
    public static String typed(long agorot) {
        return BigDecimal.valueOf(agorot, 2).stripTrailingZeros().toPlainString();
    }
}
