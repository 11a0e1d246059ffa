// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Which groups are there to learn in, who is in them, and how do they manage themselves? */
@PageController
final class GroupPages {

    private final GroupReads reads;
    private final InsideReads inside;
    private final Forms forms;
    private final TableFiles tables;

    GroupPages(GroupReads reads, InsideReads inside, Forms forms, TableFiles tables) {
        this.reads = reads;
        this.inside = inside;
        this.forms = forms;
        this.tables = tables;
    }

    @GetMapping("/groups")
    String all(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        model.addAttribute("table", tables.of(GroupTables.ALL, reads.all(page), page));
        model.addAttribute("proposes", forms.offered(ProposeLearningGroup.class, page));
        return "group/groups";
    }

    @GetMapping(path = "/groups", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page, HttpServletResponse response)
            throws IOException {
        var then = page.pinned();
        tables.send(GroupTables.ALL, Word.of("nav.groups"), null, reads.all(then), then, response);
    }

    @GetMapping("/groups/{id}")
    String one(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var it = reads.one(id, page).orElseThrow(() -> Rejected.unknown("groups.unknown", id)).it();
        model.addAttribute("it", it);
        model.addAttribute("state", GroupTables.state(it).key());
        model.addAttribute("may", new GroupActions(page, it));
        model.addAttribute("next", reads.next(it, page).orElse(null));
        model.addAttribute("merged", reads.merged(it, page));
        model.addAttribute("merges", !reads.mergeable(it, page).isEmpty());
        model.addAttribute("inside", inside.of(it.groupId(), page));
        return "group/group";
    }
}
