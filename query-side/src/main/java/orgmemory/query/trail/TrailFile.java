// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.number;
import static orgmemory.query.screen.table.TableColumn.sentence;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.time;
import static orgmemory.query.screen.table.TableColumn.word;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFile;

/** A trail as a table to take away, whole, whatever page of it is looked at. */
@Component
final class TrailFile {

    /** A fact, with what is told of it in words of the page's language. */
    private record Row(TrailEntry entry, String texts, String changes, String corrections) {
    }

    private static final PageTable<Row> TRAIL = PageTable.<Row>of("trail", "sheet.",
            row -> "e" + row.entry().position(), number("position", (Row row) -> row.entry().position()),
            day("happened", row -> row.entry().fact().day()),
            time("recorded", row -> row.entry()
                    .recorded()
                    .on()
                    .atTime(LocalTime.parse(row.entry().recorded().at()))),
            text("kind", row -> row.entry().description().kind()),
            sentence("what", row -> row.entry().description().sentence()),
            thing("who", row -> row.entry().fact().envelope().actor()),
            word("capacity", row -> Word.of("value.Capacity." + row.entry().fact().envelope().capacity())),
            thing("on-behalf", row -> row.entry().fact().envelope().onBehalfOf()), text("texts", Row::texts),
            text("changes", Row::changes), text("corrections", Row::corrections),
            text("event", row -> row.entry().fact().eventId()));

    private final Trails trails;
    private final Sentences sentences;
    private final Names names;

    TrailFile(Trails trails, Sentences sentences, Names names) {
        this.trails = trails;
        this.sentences = sentences;
        this.names = names;
    }

    /** All facts of a thing at the page's moment; of one figure of it those alone that moved it. */
    TableFile<?> of(Subject thing, @Nullable String figure, Page page) {
        Map<String, String> narrowed = figure == null
                ? Map.of()
                : Map.of(say("trail.figure", page), say("figure." + figure, page));
        return new TableFile<>(TRAIL, Word.of("trail.eyebrow"), thing, narrowed,
                trails.all(thing, figure, page).map(entry -> row(entry, page)));
    }

    private Row row(TrailEntry entry, Page page) {
        return new Row(entry,
                entry.description()
                        .texts()
                        .stream()
                        .map(text -> text.label() + ": " + text.text())
                        .collect(Collectors.joining("\n")),
                entry.changes()
                        .stream()
                        .map(change -> change(change, page))
                        .collect(Collectors.joining("\n")),
                entry.amendments()
                        .stream()
                        .map(amended -> amended.kind().kind() + ": " + amended.reason())
                        .collect(Collectors.joining("\n")));
    }

    private String change(Change change, Page page) {
        return say("figure." + change.figure(), page) + ", " + names.in(page.language()).of(change.of())
                + ": "
                + Objects.requireNonNullElse(change.before(), "–") + " → "
                + Objects.requireNonNullElse(change.after(), "–");
    }

    private String say(String key, Page page) {
        return sentences.say(key, List.of(), page.language());
    }
}
