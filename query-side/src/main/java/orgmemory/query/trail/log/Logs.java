// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.access.HttpProblem;
import orgmemory.message.Catalogue;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.reading.RecordEntry;
import orgmemory.query.memory.reading.RecordPage;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.EventDescriber;

/** Reads the record as it is asked for, and tells each fact in words. */
@Component
public final class Logs {

    /** Facts that are held at once of a list that is read to its end. */
    private static final int AT_ONCE = 500;

    private static final int COUNTED = 10_000;
    private static final int MOST_ACTORS = 300;
    private static final int MOST_NAMED = 20;
    private static final int CONCERNS = 4;

    private static final List<Log.Topic> KINDS = Catalogue.events()
            .map(event -> Catalogue.storedAs(event).value())
            .collect(groupingBy(name -> name.substring(0, name.indexOf('.')), LinkedHashMap::new, toList()))
            .entrySet()
            .stream()
            .map(topic -> new Log.Topic(topic.getKey(), topic.getValue()))
            .toList();

    private final RecordReads record;
    private final FactReads facts;
    private final EventDescriber describer;
    private final ZoneId zone;

    Logs(RecordReads record, FactReads facts, EventDescriber describer, ZoneId zone) {
        this.record = record;
        this.facts = facts;
        this.describer = describer;
        this.zone = zone;
    }

    /** The facts that are asked for at the page's moment; none where the question cannot be read. */
    Log of(LogFilter filter, Page page) {
        var query = filter.query(page.point(), zone);
        var actors = actors();
        if (!filter.wrong().isEmpty()) {
            return new Log(List.of(), 0, false, null, actors, KINDS);
        }
        var found = record.search(query, COUNTED + 1);
        return new Log(rows(found.page(), page), Math.min(found.count(), COUNTED), found.count() > COUNTED,
                found.page().next(), actors, KINDS);
    }

    /** All facts that are asked for, in their order; they are read some at a time, as they are taken. */
    public Stream<Row> all(LogFilter filter, Page page) {
        var query = filter.query(page.point(), zone);
        if (!filter.wrong().isEmpty()) {
            throw HttpProblem.malformed(filter.wrong().keySet().iterator().next(), "type");
        }
        var first = record.list(query.page(null, AT_ONCE));
        return Stream.iterate(Optional.of(first), Optional::isPresent,
                read -> read.map(RecordPage::next).map(next -> record.list(query.page(next, AT_ONCE))))
                .flatMap(Optional::stream)
                .flatMap(read -> rows(read, page).stream());
    }

    /** The facts that were recorded last, as far as they had happened and were known. */
    public List<Row> newest(int most, Page page) {
        return rows(record.list(new RecordQuery(null, null, null, null, null, null, null, null, null,
                page.point().asOf(), page.point().knownOn(), null, RecordQuery.Order.NEWEST, most)), page);
    }

    /** Everybody whose facts one may ask for. */
    public List<Subject> actors() {
        return record.actors(MOST_ACTORS);
    }

    /** What is called so at the page's moment, or has the last word as its id. */
    List<Subject> called(String typed, Page page) {
        return typed.isBlank() ? List.of() : record.called(typed, page.point().knownOn(), MOST_NAMED);
    }

    /** Kinds of facts by their topic. */
    public List<Log.Topic> kinds() {
        return KINDS;
    }

    /** The facts of a page of the record in words. */
    public List<Row> rows(RecordPage found, Page page) {
        var events = facts.recorded(found.items().stream().map(RecordEntry::position).toList());
        return found.items().stream().map(entry -> row(entry, events, page)).toList();
    }

    private Row row(RecordEntry entry, Map<Long, Fact> events, Page page) {
        var fact = Objects.requireNonNull(events.get(entry.position()));
        var recorded = fact.recordedAt().atZone(zone);
        var concerns = fact.event()
                .subjects()
                .stream()
                .filter(subject -> !subject.equals(fact.event().stream())
                        || subject.equals(fact.event().entity()))
                .limit(CONCERNS)
                .toList();
        return new Row(fact, describer.tell(fact.event(), page), recorded.toLocalDate(),
                "%tR".formatted(recorded), concerns,
                !entry.correctedBy().isEmpty());
    }
}
