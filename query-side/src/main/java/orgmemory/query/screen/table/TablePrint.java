// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes a table as a page of its own, row by row, to be printed whole: with a heading, of when it is, and how
 * many rows it has, by which one sees that none is missing.
 */
record TablePrint<R>(TableFile<R> file, CellFormat format, Map<String, String> moment, String stylesheet,
        String script) {

    void write(Iterator<R> rows, Writer out) throws IOException {
        head(out);
        int written = 0;
        for (; rows.hasNext(); written++) {
            row(rows.next(), out);
            if (written % TableFiles.ROWS_AT_ONCE == 0) {
                out.flush();
            }
        }
        out.write("</tbody></table><p>" + htmlEscape(format.say(TableColumn.Word.of("table.rows", written)))
                + "</p></body></html>\n");
        out.flush();
    }

    private void head(Writer out) throws IOException {
        var page = format.page();
        var title = htmlEscape(TableFiles.title(file, format));
        out.write("<!DOCTYPE html><html lang=\"" + page.lang() + "\" dir=\"" + page.dir()
                + "\" data-theme=\"light\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\""
                + htmlEscape(stylesheet)
                + "\"><script defer src=\"" + htmlEscape(script)
                + "\"></script></head><body class=\"paper\" data-print><h1>" + title + "</h1>");
        for (var line : moment.entrySet()) {
            out.write("<p>" + htmlEscape(line.getKey()) + ": <bdi>"
                    + htmlEscape(written(line.getValue())) + "</bdi></p>");
        }
        out.write("<table><thead><tr>");
        for (var column : file.table().inFiles()) {
            out.write("<th scope=\"col\">"
                    + htmlEscape(format.say(TableColumn.Word.of(file.table().label(column)))) + "</th>");
        }
        out.write("</tr></thead><tbody>");
    }

    /** A day as the page's language writes it; whatever is none, as it stands. */
    private String written(String value) {
        try {
            return format.page().fmt().day(LocalDate.parse(value));
        } catch (DateTimeParseException none) {
            return format.plain(TableColumn.Kind.TEXT, value);
        }
    }

    private void row(R row, Writer out) throws IOException {
        out.write("<tr>");
        for (var column : file.table().inFiles()) {
            out.write((column.kind().isFigure() ? "<td class=\"n\">" : "<td dir=\"auto\">")
                    + htmlEscape(format.plain(column.kind(), column.value().apply(row))) + "</td>");
        }
        out.write("</tr>\n");
    }
}
