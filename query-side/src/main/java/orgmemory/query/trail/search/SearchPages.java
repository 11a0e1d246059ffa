// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.screen.LanguagePages;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import orgmemory.query.trail.log.LogFiles;
import orgmemory.query.trail.log.LogFilter;
import orgmemory.query.trail.log.Logs;

/** Which facts have these words, or concern what is called so? For everybody who may read. */
@PageController
final class SearchPages {

    private static final int BAD_REQUEST = 400;

    private final Finder finder;
    private final Logs logs;
    private final LogFiles files;
    private final ZoneId zone;

    SearchPages(Finder finder, Logs logs, LogFiles files, ZoneId zone) {
        this.finder = finder;
        this.logs = logs;
        this.files = files;
        this.zone = zone;
    }

    @GetMapping("/search")
    String search(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, Model model, HttpServletResponse response) {
        var filter = LogFilter.of(given, RecordQuery.Order.BEST);
        var query = filter.query(page.point(), zone);
        boolean askedFor = query.text() != null && filter.wrong().isEmpty();
        model.addAttribute("results",
                askedFor ? finder.find(query, page) : new Results(List.of(), 0, false, null));
        model.addAttribute("searched", askedFor);
        model.addAttribute("actors", logs.actors());
        model.addAttribute("kinds", logs.kinds());
        model.addAttribute("filter", filter.typed());
        model.addAttribute(LanguagePages.SENT_FORM, "filter");
        model.addAttribute("wrong", filter.wrong());
        if (!filter.wrong().isEmpty()) {
            response.setStatus(BAD_REQUEST);
        }
        return "trail/search";
    }

    /** Everything that is found, not the page of it that is looked at. */
    @GetMapping(path = "/search", params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, HttpServletResponse response) throws IOException {
        files.send(LogFilter.of(given, RecordQuery.Order.BEST), Word.of("search.title"), page.pinned(),
                response);
    }
}
