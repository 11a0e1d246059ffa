// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.screen.LanguagePages;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;

/** What has been recorded, by whom, in which capacity, when? Every fact, for everybody who may read. */
@PageController
@RequestMapping("/log")
final class LogPages {

    private static final int A_PAGE_OF_JSON = 50;
    private static final int BAD_REQUEST = 400;

    private final Logs logs;
    private final NamedThings things;
    private final LogFiles files;

    LogPages(Logs logs, NamedThings things, LogFiles files) {
        this.logs = logs;
        this.things = things;
        this.files = files;
    }

    @GetMapping
    String log(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, Model model, HttpServletResponse response) {
        var filter = filter(things.resolved(given, page));
        model.addAttribute("log", logs.of(filter, page));
        // One name may be the name of several things.
        model.addAttribute("meant", filter.wrong().containsKey("subject")
                ? things.meant(filter.typed().value("subject"), page)
                : List.of());
        model.addAttribute("filter", filter.typed());
        model.addAttribute(LanguagePages.SENT_FORM, "filter");
        model.addAttribute("wrong", filter.wrong());
        model.addAttribute("narrowed", filter.narrowed());
        model.addAttribute("json",
                filter.isForPrograms() ? json(page, filter) : page.here(TableFiles.ASKED, "json"));
        if (!filter.wrong().isEmpty()) {
            response.setStatus(BAD_REQUEST);
        }
        return "trail/log";
    }

    /** Names to choose from while one is being written. */
    @GetMapping("/things")
    String things(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(defaultValue = "") String subject, Model model) {
        model.addAttribute("suggestions", things.suggested(subject, page));
        return "trail/narrowing :: things";
    }

    /** Everything that the filter finds, not the page of it that is looked at. */
    @GetMapping(params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, HttpServletResponse response) throws IOException {
        var then = page.pinned();
        var filter = filter(things.resolved(given, then));
        files.send(filter, Word.of("nav.log"), then, response);
    }

    private static LogFilter filter(Map<String, String> given) {
        return LogFilter.of(given, RecordQuery.Order.NEWEST);
    }

    /** The same facts for programs. */
    private static String json(Page page, LogFilter filter) {
        var address = UriComponentsBuilder.fromPath("/api/record").queryParam("limit", A_PAGE_OF_JSON);
        filter.typed().typed().forEach((field, value) -> {
            if (!value.isEmpty() && !field.equals("kind") && !field.equals("order")) {
                address.queryParam(field, value);
            }
        });
        var kind = filter.typed().value("kind");
        if (!kind.isEmpty()) {
            address.queryParam(kind.indexOf('.') < 0 ? "topic" : "name", kind);
        }
        address.queryParam("order", filter.order().name().toLowerCase(Locale.ROOT));
        return page.to(address.encode().build().toUriString());
    }
}
