// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Rows as RFC 4180 writes them, marked as UTF-8, so that spreadsheets read Hebrew rightly; they are written one by one. */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final Appendable out;

    /** Begins a file. */
    public Csv(Appendable out) throws IOException {
        this.out = out.append(BYTE_ORDER_MARK);
    }

    /** A file of rows that are all at hand; nothing in it is run. Numbers stay numbers, whatever they stand for. */
    public static byte[] of(List<String> header, Collection<List<String>> rows) {
        var text = new StringBuilder();
        try {
            var csv = new Csv(text);
            csv.row(header.stream().map(Csv::safe).toList());
            for (var row : rows) {
                csv.row(row.stream().map(Csv::safe).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a row. What people wrote must be {@linkplain FormulaGuard#guarded guarded} before. */
    public void row(List<String> cells) throws IOException {
        var between = "";
        for (var cell : cells) {
            out.append(between).append(quoted(cell));
            between = ",";
        }
        out.append(LINE_END);
    }

    private static String safe(String text) {
        return NUMBER.matcher(text).matches() ? text : FormulaGuard.guarded(text);
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
