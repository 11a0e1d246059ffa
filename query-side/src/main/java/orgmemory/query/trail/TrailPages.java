// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import orgmemory.access.HttpProblem;
import orgmemory.access.Sentences;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.rail.Rails;
import orgmemory.query.screen.table.TableFiles;
import orgmemory.query.screen.description.Places;
import orgmemory.query.screen.form.Forms;

/** How did this come to be as it is? Answered for whatever the memory knows: a round, a line, a cut, a person. */
@PageController
final class TrailPages {

    private final Trails trails;
    private final Changes changes;
    private final Memory memory;
    private final TrailFile file;
    private final TableFiles tables;
    private final Rails rails;
    private final Places places;
    private final Forms forms;
    private final Sentences sentences;

    TrailPages(Trails trails, Changes changes, Memory memory, TrailFile file, TableFiles tables, Rails rails,
            Places places, Forms forms, Sentences sentences) {
        this.trails = trails;
        this.changes = changes;
        this.memory = memory;
        this.file = file;
        this.tables = tables;
        this.rails = rails;
        this.places = places;
        this.forms = forms;
        this.sentences = sentences;
    }

    @GetMapping("/trail/{type}/{id}")
    String trail(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String type,
            @PathVariable String id, @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String figure, Earlier since, Model model) {
        var thing = thing(type, id);
        if (since.given()) {
            return changes(thing, since, before, page, model);
        }
        model.addAttribute("trail", figure == null || figure.isEmpty()
                ? trails.of(thing, page, before)
                : trails.of(thing, known(figure), page, before));
        model.addAttribute("before", before);
        var own = own(thing, page);
        model.addAttribute("own", own);
        if (own == null) {
            model.addAttribute("recordable", forms.about(thing, page));
        }
        model.addAttribute("rail", rails.of(page, trails.subjects(thing, page)));
        return "trail/trail";
    }

    /** The moment with which the page's is compared, as it was typed. */
    record Earlier(@Nullable String from, @Nullable String fromKnownOn) {

        boolean given() {
            return text(from) != null || text(fromKnownOn) != null;
        }

        private static @Nullable String text(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    /** What has changed since an earlier moment. */
    private String changes(Subject thing, Earlier since, @Nullable Long before, Page page, Model model) {
        var from = memory.earlier(Earlier.text(since.from()), Earlier.text(since.fromKnownOn()),
                page.point());
        model.addAttribute("between",
                changes.of(thing, from, Earlier.text(since.fromKnownOn()), page, before));
        model.addAttribute("before", before);
        model.addAttribute("own", own(thing, page));
        return "trail/changes";
    }

    /** All of it, not the page that is looked at. */
    @GetMapping(path = "/trail/{type}/{id}", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String type,
            @PathVariable String id, @RequestParam(required = false) @Nullable String figure,
            HttpServletResponse response) throws IOException {
        var then = page.pinned();
        tables.send(file.of(thing(type, id), figure == null || figure.isEmpty() ? null : known(figure), then),
                then, response);
    }

    private String known(String figure) {
        if (!sentences.has("figure." + figure)) {
            throw HttpProblem.malformed("figure", "type");
        }
        return figure;
    }

    /** The thing's own page; null where the trail is all there is. */
    private @Nullable String own(Subject thing, Page page) {
        var place = places.of(thing);
        return place.equals(Places.trail(thing)) ? null : page.to(place);
    }

    private Subject thing(String type, String id) {
        try {
            var thing = Subject.of(type, id);
            if (trails.knows(thing)) {
                return thing;
            }
        } catch (IllegalArgumentException malformed) {
            // Nothing can be called so, hence there is nothing of it.
        }
        throw Rejected.unknown("trail.unknown", type + "/" + id);
    }
}
