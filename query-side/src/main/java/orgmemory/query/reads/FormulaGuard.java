// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what people wrote. A cell that would be taken for a formula has an apostrophe before it
 * (OWASP, "CSV Injection"), and so has one that begins with apostrophes and then would be: whoever takes one apostrophe away
 * from each of these has every text as it was.
 */
public final class FormulaGuard {

    /**
     * What begins a formula, in the widths in which programs read it, and what a program passes over before it: spaces, quotes
     * and marks that nobody sees. A tab or a line end at the beginning moves the rest into a cell of its own.
     */
    private static final Pattern FORMULA = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cf}'\"`\u00b4\u2018-\u201f\u05f3\u05f4\uff02\uff07]*"
                    + "[=+\\-@\t\r\n\uff1d\ufe66\uff0b\ufe62\uff0d\ufe63\uff20\ufe6b]");

    private FormulaGuard() {
    }

    /** The text as a cell that no program runs. */
    public static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text of such a cell. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).lookingAt();
    }
}
