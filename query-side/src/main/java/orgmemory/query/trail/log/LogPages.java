// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.Sheet;
import orgmemory.query.screen.read.Names;

/** What has been recorded, by whom, in which capacity, when? Every fact, for everybody who may read. */
@PageController
@RequestMapping("/log")
final class LogPages {

    private static final List<String> COLUMNS = List.of("position", "recorded", "happened", "kind", "what",
            "who", "capacity", "on-behalf", "concerns", "event");
    private static final int BAD_REQUEST = 400;

    private final Logs logs;
    private final MessageSource words;
    private final Names names;

    LogPages(Logs logs, MessageSource words, Names names) {
        this.logs = logs;
        this.words = words;
        this.names = names;
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

    @GetMapping(params = "format=csv")
    ResponseEntity<byte[]> sheet(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam Map<String, String> given) {
        var rows = logs.of(asked(given), page).rows().stream().map(row -> row(row, page)).toList();
        return new Sheet("record", COLUMNS.stream().map(column -> say("sheet." + column, page)).toList(),
                rows)
                .answer();
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

    private List<String> row(Row row, Page page) {
        var envelope = row.fact().envelope();
        var called = names.in(page.language());
        return List.of(Long.toString(row.fact().position()), row.on() + " " + row.at(),
                row.fact().day().toString(), row.told().kind(), row.told().plain(),
                called.of(envelope.actor()), say("value.Capacity." + envelope.capacity(), page),
                envelope.onBehalfOf() == null ? "" : called.of(envelope.onBehalfOf()),
                String.join(" ", row.fact().event().subjects().stream().map(Object::toString).toList()),
                row.fact().eventId());
    }

    private String say(String key, Page page) {
        return words.getMessage(key, null, page.language());
    }
}
