// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import orgmemory.message.Rejected;
import orgmemory.message.people.PersonId;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.read.Belongings;

/** Who is here, who answers for which area, and since when? */
@PageController
final class PeoplePages {

    private final PeopleReads reads;
    private final Forms forms;
    private final TableFiles tables;
    private final ObjectProvider<Belongings> belongings;

    PeoplePages(PeopleReads reads, Forms forms, TableFiles tables,
            ObjectProvider<Belongings> belongings) {
        this.reads = reads;
        this.forms = forms;
        this.tables = tables;
        this.belongings = belongings;
    }

    @GetMapping("/people")
    String everybody(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        model.addAttribute("directory", reads.directory(page));
        model.addAttribute("everybody", tables.of(PeopleTable.in(page.language()),
                PeopleTable.rows(reads.people(page), reads.areas(page), page.day()), page));
        model.addAttribute("stage", reads.stage(page).orElse(null));
        model.addAttribute("offered", forms.offered(PersonId.class.getPackage(), page));
        return "people/people";
    }

    @GetMapping(path = "/people", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page, HttpServletResponse response)
            throws IOException {
        var then = page.pinned();
        tables.send(PeopleTable.in(page.language()), Word.of("nav.people"), null,
                PeopleTable.rows(reads.people(then), reads.areas(then), then.day()), then, response);
    }

    @GetMapping("/people/{id}")
    String person(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var person = reads.person(id, page).orElseThrow(() -> Rejected.unknown("people.unknown", id));
        model.addAttribute("person", person);
        model.addAttribute("areas", reads.areasOf(person, page));
        model.addAttribute("recordable", forms.about(person.personId().subject(), page));
        return "people/person";
    }

    @GetMapping("/areas/{id}")
    String area(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var area = reads.area(id, page).orElseThrow(() -> Rejected.unknown("areas.unknown", id));
        model.addAttribute("area", area);
        model.addAttribute("lines", lines(area, page));
        model.addAttribute("recordable", forms.about(area.areaId().subject(), page));
        return "people/area";
    }

    private List<Belongings.Belonging> lines(Area area, Page page) {
        return belongings.stream()
                .flatMap(topic -> topic.of(area.areaId().subject(), page.point()).stream())
                .toList();
    }
}
