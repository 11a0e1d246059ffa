// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import orgmemory.access.HttpProblem;
import orgmemory.query.reads.Csv;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.table.TableColumn.Word;

/**
 * Sends tables as files, row by row. Both say of which day they speak, what was known then, and up to which position: in their
 * first lines and in their name.
 */
@Component
public final class TableFiles {

    /** The parameter by which a page is asked for as a file. */
    public static final String ASKED = "format";

    /** So many rows leave together. */
    static final int ROWS_AT_ONCE = 200;

    /** Programs that read tables leave out lines that begin so. */
    private static final String COMMENT = "# ";

    /** The format of a page that is printed. */
    private static final String PRINT = "print";

    private final Tables tables;
    private final ResourceUrlProvider resources;

    TableFiles(Tables tables, ResourceUrlProvider resources) {
        this.tables = tables;
        this.resources = resources;
    }

    /**
     * Answers in the {@code format} that the page's address asks for. What goes wrong before the first row is answered as
     * such; after it the answer is broken off, so that nobody takes a part for the whole.
     */
    public <R> void send(TableFile<R> file, Page page, HttpServletResponse response) throws IOException {
        var format = Objects.requireNonNullElse(page.parameter(ASKED), "");
        if (!List.of("csv", "json", PRINT).contains(format)) {
            throw HttpProblem.malformed(ASKED, "one-of", "csv, json, print");
        }
        try (var rows = file.rows()) {
            var each = rows.iterator();
            boolean any = each.hasNext();
            if (format.equals(PRINT)) {
                print(file, any ? each : List.<R>of().iterator(), page, response);
                return;
            }
            response.setContentType((format.equals("csv") ? "text/csv" : "application/json")
                    + ";charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file, page, format));
            if (format.equals("csv")) {
                csv(file, any ? each : List.<R>of().iterator(), page, response);
            } else {
                new TableJson<>(file, tables.format(page)).write(each, response.getOutputStream());
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** The same for rows that are at hand, in the order that the page's address asks for. */
    public <R> void send(PageTable<R> table, Word title, @Nullable Subject about, Collection<R> rows,
            Page page, HttpServletResponse response) throws IOException {
        send(TableFile.of(table, title, about, tables.sorted(table, rows, page)), page, response);
    }

    /** The table for the screen: {@link Tables#of}. */
    public <R> RenderedTable of(PageTable<R> table, Collection<R> rows, Page page) {
        return tables.of(table, rows, page);
    }

    private <R> void csv(TableFile<R> file, Iterator<R> rows, Page page, HttpServletResponse response)
            throws IOException {
        var format = tables.format(page);
        var columns = file.table().inFiles();
        var out = response.getWriter();
        var csv = new Csv(out);
        csv.row(List.of(COMMENT + title(file, format)));
        for (var line : moment(file, format).entrySet()) {
            csv.row(List.of(COMMENT + line.getKey(), format.cell(TableColumn.Kind.TEXT, line.getValue())));
        }
        csv.row(columns.stream().map(column -> heading(file.table(), column, format)).toList());
        response.flushBuffer();
        for (int written = 1; rows.hasNext(); written++) {
            var row = rows.next();
            csv.row(columns.stream()
                    .map(column -> format.cell(column.kind(), column.value().apply(row)))
                    .toList());
            if (written % ROWS_AT_ONCE == 0) {
                out.flush();
            }
        }
        out.flush();
    }

    private <R> void print(TableFile<R> file, Iterator<R> rows, Page page, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        var format = tables.format(page);
        new TablePrint<>(file, format, moment(file, format), address("/css/app.css"),
                address("/js/print.js")).write(rows, response.getWriter());
    }

    private String address(String resource) {
        return Objects.requireNonNullElse(resources.getForLookupPath(resource), resource);
    }

    private static <R> String heading(PageTable<R> table, TableColumn<R> column, CellFormat format) {
        var label = format.say(Word.of(table.label(column)));
        return column.kind().isAmount()
                ? format.say(Word.of("table.in-shekels", label))
                : label;
    }

    /** Of when the table is, and what it is narrowed to, each under its label. */
    private static Map<String, String> moment(TableFile<?> file, CellFormat format) {
        var page = format.page();
        var moment = new LinkedHashMap<String, String>();
        moment.put(format.say(Word.of("table.as-of")), page.day().toString());
        moment.put(format.say(Word.of("table.known-on")), knownOn(page));
        moment.put(format.say(Word.of("table.position")), Long.toString(page.knownTo()));
        moment.putAll(file.narrowed());
        return moment;
    }

    static String title(TableFile<?> file, CellFormat format) {
        var about = file.about();
        var title = format.say(file.title());
        return about == null ? title : title + " · " + format.plain(TableColumn.Kind.TEXT, about);
    }

    /** The day, time or position whose knowledge is shown; today where all that is known is. */
    static String knownOn(Page page) {
        return page.knownOn() == null ? page.today().toString() : page.knownOn();
    }

    private static String disposition(TableFile<?> file, Page page, String format) {
        var about = file.about();
        var name = file.table().name() + (about == null ? "" : "-" + about.id()) + "_" + page.day()
                + "_known-" + knownOn(page) + "_p" + page.knownTo();
        return ContentDisposition.attachment()
                .filename(name.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "." + format, UTF_8)
                .build()
                .toString();
    }
}
