// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Rejected;
import orgmemory.query.budget.BudgetYears.Year;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.rail.Rails;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Budget lines: what does each hold, what was taken from it and given to it, and who answers for it? */
@PageController
class LinePages {

    private final BudgetReads reads;
    private final LineReads files;
    private final TableFiles tables;
    private final Rails rails;
    private final Forms forms;

    LinePages(BudgetReads reads, LineReads files, TableFiles tables, Rails rails,
            Forms forms) {
        this.reads = reads;
        this.files = files;
        this.tables = tables;
        this.rails = rails;
        this.forms = forms;
    }

    @GetMapping("/lines")
    String lines(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(required = false) @Nullable String yearId, Model model) {
        var years = reads.years(page);
        var year = chosen(years, yearId);
        model.addAttribute("years", years);
        var lines = reads.lines(year.map(Year::yearId).orElse(null), page);
        model.addAttribute("lines", lines);
        model.addAttribute("sums", lines.sums());
        model.addAttribute("table", tables.of(LineTables.LINES, LineTables.rows(lines), page));
        year.ifPresent(found -> {
            model.addAttribute("year", found);
            model.addAttribute("rail", rails.of(page, found.yearId().subject()));
            model.addAttribute("recordable", forms.about(found.yearId().subject(), page));
        });
        return "budget/lines";
    }

    @GetMapping(path = "/lines", params = TableFiles.ASKED)
    void lines(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(required = false) @Nullable String yearId, HttpServletResponse response)
            throws IOException {
        var then = page.pinned();
        var year = chosen(reads.years(then), yearId)
                .orElseThrow(() -> Rejected.unknown("budget-year.unknown", Objects.toString(yearId, "")))
                .yearId();
        tables.send(LineTables.LINES, Word.of("lines.title"), year.subject(),
                LineTables.rows(reads.lines(year, then)), then, response);
    }

    /** The year that was asked for; the latest where none was. */
    private static Optional<Year> chosen(List<Year> years, @Nullable String yearId) {
        return years.stream()
                .filter(year -> yearId == null || yearId.isBlank()
                        || year.yearId().value().equals(yearId.strip()))
                .findFirst();
    }

    @GetMapping(path = "/lines/{id}", params = TableFiles.ASKED)
    void steps(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            HttpServletResponse response) throws IOException {
        var then = page.pinned();
        var file = find(id, then);
        tables.send(LineTables.STEPS, Word.of("line.steps"), file.line().lineId().subject(),
                LineTables.rows(file), then, response);
    }

    @GetMapping("/lines/{id}")
    String line(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var file = find(id, page);
        model.addAttribute("it", file);
        model.addAttribute("table", tables.of(LineTables.STEPS, LineTables.rows(file), page));
        model.addAttribute("line", file.line());
        model.addAttribute("may", new LineActions(page, file));
        model.addAttribute("rail", rails.of(page, file.line().lineId().subject()));
        model.addAttribute("recordable", forms.about(file.line().lineId().subject(), page));
        return "budget/line";
    }

    private LineFile find(String id, Page page) {
        return files.line(id, page).orElseThrow(() -> Rejected.unknown("line.unknown", id));
    }
}
