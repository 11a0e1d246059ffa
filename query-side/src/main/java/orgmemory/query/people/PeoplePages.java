// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import orgmemory.message.Rejected;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import orgmemory.query.screen.form.FormSender;
import orgmemory.query.screen.form.Form;
import orgmemory.query.screen.read.Belongings;

/** Who is here, who answers for which area, and since when? */
@PageController
final class PeoplePages {

    private final PeopleReads reads;
    private final PeopleForms forms;
    private final TableFiles tables;
    private final ObjectProvider<Belongings> belongings;

    PeoplePages(PeopleReads reads, PeopleForms forms, TableFiles tables,
            ObjectProvider<Belongings> belongings) {
        this.reads = reads;
        this.forms = forms;
        this.tables = tables;
        this.belongings = belongings;
    }

    @GetMapping("/people")
    String everybody(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, Model model) {
        forms.fresh(given.getOrDefault("do", ""), given, page)
                .ifPresent(ask -> model.addAttribute("ask", ask));
        return show(page, model);
    }

    @GetMapping(path = "/people", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page, HttpServletResponse response)
            throws IOException {
        var then = page.pinned();
        tables.send(PeopleTable.in(page.language()), Word.of("nav.people"), null,
                PeopleTable.rows(reads.people(then), reads.areas(then)), then, response);
    }

    /** A form of the page was sent. Where it is refused the page comes again, with what was typed. */
    @PostMapping("/people")
    String send(@ModelAttribute(name = "page", binding = false) Page page, @RequestParam("do") String what,
            @RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes next,
            HttpServletResponse response) {
        var which = PeopleForm.of(what).orElseThrow(() -> Rejected.unknown("people.ask.unknown", what));
        var form = Form.sent(typed);
        var refused = forms.send(which, form, page);
        if (refused.isEmpty()) {
            return FormSender.done("/people", "people.done." + what, form, next);
        }
        response.setStatus(refused.get().status());
        model.addAttribute("ask", forms.again(which, refused.get(), page));
        return show(page, model);
    }

    private String show(Page page, Model model) {
        model.addAttribute("directory", reads.directory(page));
        model.addAttribute("offered", forms.offered(page));
        return "people/people";
    }

    @GetMapping("/people/{id}")
    String person(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var person = reads.person(id, page).orElseThrow(() -> Rejected.unknown("people.unknown", id));
        model.addAttribute("person", person);
        model.addAttribute("areas", reads.areasOf(person, page));
        model.addAttribute("mayGrant", forms.offered(page).contains(PeopleForm.ROLE.word()));
        return "people/person";
    }

    @GetMapping("/areas/{id}")
    String area(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model) {
        var area = reads.area(id, page).orElseThrow(() -> Rejected.unknown("areas.unknown", id));
        model.addAttribute("area", area);
        model.addAttribute("lines", lines(area, page));
        return "people/area";
    }

    private List<Belongings.Belonging> lines(Area area, Page page) {
        return belongings.stream()
                .flatMap(topic -> topic.of(area.areaId().subject(), page.clocks()).stream())
                .toList();
    }
}
