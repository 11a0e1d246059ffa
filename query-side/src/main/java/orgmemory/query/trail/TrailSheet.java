// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.Sheet;
import orgmemory.query.screen.read.Names;

/** Writes facts as rows: of a trail, as it tells them. */
@Component
final class TrailSheet {

    private static final List<String> COLUMNS = List.of("position", "happened", "recorded", "kind", "what",
            "who", "capacity", "on-behalf", "texts", "changes", "corrections", "event");

    private final MessageSource words;
    private final Names names;

    TrailSheet(MessageSource words, Names names) {
        this.words = words;
        this.names = names;
    }

    Sheet of(Trail trail, Page page) {
        return new Sheet(trail.about().id().replace(':', '-'),
                COLUMNS.stream().map(column -> say("sheet." + column, page)).toList(),
                trail.entries().stream().map(entry -> row(entry, page)).toList());
    }

    private List<String> row(TrailEntry entry, Page page) {
        var envelope = entry.fact().envelope();
        var called = names.in(page.language());
        return List.of(Long.toString(entry.position()), entry.fact().day().toString(),
                entry.recorded().on() + " " + entry.recorded().at(), entry.told().kind(),
                entry.told().plain(), called.of(envelope.actor()),
                say("value.Capacity." + envelope.capacity(), page),
                envelope.onBehalfOf() == null ? "" : called.of(envelope.onBehalfOf()),
                entry.told()
                        .texts()
                        .stream()
                        .map(text -> text.label() + ": " + text.text())
                        .collect(Collectors.joining("\n")),
                entry.changes()
                        .stream()
                        .map(change -> change(change, called, page))
                        .collect(Collectors.joining("\n")),
                entry.amendments()
                        .stream()
                        .map(amended -> amended.kind().kind() + ": " + amended.reason())
                        .collect(Collectors.joining("\n")),
                entry.fact().eventId());
    }

    private String change(Change change, Names.In called, Page page) {
        return say("figure." + change.figure(), page) + ", " + called.of(change.of()) + ": "
                + Objects.requireNonNullElse(change.before(), "–") + " → "
                + Objects.requireNonNullElse(change.after(), "–");
    }

    private String say(String key, Page page) {
        return words.getMessage(key, null, page.language());
    }
}
