// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;

/** Which thing does somebody mean who writes its name? */
@Component
final class NamedThings {

    private static final String DIRECTIONS = "[\u2066-\u2069\u200e\u200f]";

    private final Logs logs;
    private final Names names;

    NamedThings(Logs logs, Names names) {
        this.logs = logs;
        this.names = names;
    }

    /** Something to choose: what is written to mean it, and what it is called. */
    record Suggestion(String written, String name) {
    }

    /** What has these words in its name, or the last one as its id. */
    List<Suggestion> suggested(String typed, Page page) {
        var called = names.in(page.language());
        return logs.called(typed, page).stream().map(thing -> {
            var name = plain(called.of(thing));
            return new Suggestion(
                    name.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT))
                            ? name
                            : thing.id(),
                    name);
        }).toList();
    }

    /** What may be meant: nothing, one thing, or several to choose from. A type with an id is that thing. */
    List<Subject> meant(String typed, Page page) {
        try {
            return List.of(Subject.of(typed));
        } catch (IllegalArgumentException name) {
            var found = logs.called(typed, page);
            var called = names.in(page.language());
            var exact = found.stream()
                    .filter(thing -> plain(called.of(thing)).equalsIgnoreCase(plain(typed).strip()))
                    .toList();
            return exact.isEmpty() ? found : exact;
        }
    }

    /** What was typed, with the thing in place of its name where only one is called so. */
    Map<String, String> resolved(Map<String, String> given, Page page) {
        var typed = given.getOrDefault("subject", "");
        var meant = typed.isBlank() ? List.<Subject>of() : meant(typed, page);
        if (meant.size() != 1) {
            return given;
        }
        var resolved = new LinkedHashMap<>(given);
        resolved.put("subject", meant.getFirst().toString());
        return resolved;
    }

    private static String plain(String name) {
        return name.replaceAll(DIRECTIONS, "");
    }
}
