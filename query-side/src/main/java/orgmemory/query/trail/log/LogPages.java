// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFile;
import orgmemory.query.screen.table.TableFiles;

/** What has been recorded, by whom, in which capacity, when? Every fact, for everybody who may read. */
@PageController
@RequestMapping("/log")
final class LogPages {

    private static final int BAD_REQUEST = 400;

    private final Logs logs;
    private final MessageSource words;
    private final TableFiles tables;

    LogPages(Logs logs, MessageSource words, TableFiles tables) {
        this.logs = logs;
        this.words = words;
        this.tables = tables;
    }

    @GetMapping
    String log(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, Model model, HttpServletResponse response) {
        var asked = asked(given);
        model.addAttribute("log", logs.of(asked, page));
        model.addAttribute("asked", asked.typed());
        model.addAttribute("wrong", asked.wrong());
        model.addAttribute("narrowed", asked.narrowed());
        model.addAttribute("json", json(page, asked));
        if (!asked.wrong().isEmpty()) {
            response.setStatus(BAD_REQUEST);
        }
        return "trail/log";
    }

    /** Everything that the filter finds, not the page of it that is looked at. */
    @GetMapping(params = TableFiles.ASKED)
    void file(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given, HttpServletResponse response) throws IOException {
        var then = page.pinned();
        var asked = asked(given);
        tables.send(new TableFile<>(LogTable.RECORD, Word.of("nav.log"), null, narrowed(asked, page),
                logs.all(asked, then)), then, response);
    }

    /** What was typed into the filter, by what its fields are called. */
    private Map<String, String> narrowed(LogFilter asked, Page page) {
        var narrowed = new LinkedHashMap<String, String>();
        asked.typed().typed().forEach((field, value) -> {
            if (!value.isEmpty() && !field.equals("cursor")) {
                narrowed.put(words.getMessage("log." + field, null, page.language()), value);
            }
        });
        return narrowed;
    }

    private static LogFilter asked(Map<String, String> given) {
        return LogFilter.of(given, RecordQuery.Order.NEWEST);
    }

    /** The same facts for programs. */
    private static String json(Page page, LogFilter asked) {
        var address = UriComponentsBuilder.fromPath("/api/record").queryParam("limit", LogFilter.A_PAGE);
        asked.typed().typed().forEach((field, value) -> {
            if (!value.isEmpty() && !field.equals("kind") && !field.equals("order")) {
                address.queryParam(field, value);
            }
        });
        var kind = asked.typed().value("kind");
        if (!kind.isEmpty()) {
            address.queryParam(kind.indexOf('.') < 0 ? "topic" : "name", kind);
        }
        address.queryParam("order", asked.order().name().toLowerCase(Locale.ROOT));
        return page.to(address.encode().build().toUriString());
    }
}
