// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import orgmemory.message.Rejected;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** You said, we did: what was asked, who was heard, and what became of what they said? */
@PageController
final class ConsultationPages {

    private final ConsultationReads reads;
    private final Forms forms;
    private final TableFiles tables;

    ConsultationPages(ConsultationReads reads, Forms forms, TableFiles tables) {
        this.reads = reads;
        this.forms = forms;
        this.tables = tables;
    }

    @GetMapping("/consultations")
    String all(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        model.addAttribute("table", tables.of(ConsultationTables.ALL, reads.all(page), page));
        model.addAttribute("own", tables.of(ConsultationTables.OWN, reads.ownAdvice(page), page));
        model.addAttribute("offered", forms.offered(ConsultationId.class.getPackage(), page)
                .stream()
                .filter(command -> command.startsWith("Open") || command.startsWith("Record"))
                .toList());
        return "consultation/consultations";
    }

    @GetMapping(path = "/consultations", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page, HttpServletResponse response)
            throws IOException {
        var then = page.pinned();
        tables.send(ConsultationTables.ALL, Word.of("nav.consultations"), null, reads.all(then), then,
                response);
    }

    @GetMapping("/consultations/{id}")
    String one(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var state = reads.one(id, page).orElseThrow(() -> Rejected.unknown("consultations.unknown", id));
        model.addAttribute("it", state.it());
        model.addAttribute("state", ConsultationTables.state(state.it()).key());
        model.addAttribute("may", new ConsultationActions(page, state.it()));
        return "consultation/consultation";
    }
}
