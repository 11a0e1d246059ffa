// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import orgmemory.message.automation.FollowUpMessages.SettleFollowUp;
import orgmemory.query.automation.DueCalendar.Matter;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done by when, what is overdue, and what could the memory not do of itself? */
@PageController
final class DuePages {

    private static final String DONE = "DONE";

    private final DueReads reads;
    private final TableFiles tables;

    DuePages(DueReads reads, TableFiles tables) {
        this.reads = reads;
        this.tables = tables;
    }

    @GetMapping("/due")
    String due(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(defaultValue = "") String state, Model model) {
        model.addAttribute("ofDone", state.equals(DONE));
        model.addAttribute("due", tables.of(DueTables.DUE, matters(state, page), page));
        model.addAttribute("refused", tables.of(
                DueTables.refusals(page.language(), Forms.may(SettleFollowUp.class, page)),
                reads.refused(page.point()), page));
        return "automation/due";
    }

    @GetMapping(path = "/due", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(defaultValue = "") String state, HttpServletResponse response) throws IOException {
        var then = page.pinned();
        tables.send(DueTables.DUE, Word.of("nav.due"), null, matters(state, then), then, response);
    }

    private List<Matter> matters(String state, Page page) {
        return state.equals(DONE) ? reads.done(page.point()) : reads.due(page.point());
    }
}
