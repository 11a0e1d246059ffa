// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as RFC 4180 writes them, marked as UTF-8, so that spreadsheets read Hebrew rightly and run nothing. A cell that would
 * be taken for a formula has an apostrophe before it, and so has one that begins with apostrophes and then would be: whoever
 * takes one away from both has every text as it is.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    /** A spreadsheet takes such a text for a formula, which may do anything on its reader's machine. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private Csv() {
    }

    public static byte[] of(List<String> header, Collection<List<String>> rows) {
        var text = new StringBuilder(BYTE_ORDER_MARK).append(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(String text) {
        var safe = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
