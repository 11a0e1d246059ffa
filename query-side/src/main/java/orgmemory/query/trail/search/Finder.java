// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.memory.search.Question;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.description.Part;
import orgmemory.query.screen.description.Places;
import orgmemory.query.screen.description.EventDescription;
import orgmemory.query.trail.log.Logs;
import orgmemory.query.trail.log.Row;

/** Finds facts of the record by words, and marks in each what it was found by. */
@Component
final class Finder {

    private static final int COUNTED = 1_000;
    private static final int MOST_OF_A_LIST = 5;

    private final RecordReads record;
    private final Logs logs;
    private final Names names;
    private final Places places;

    Finder(RecordReads record, Logs logs, Names names, Places places) {
        this.record = record;
        this.logs = logs;
        this.names = names;
        this.places = places;
    }

    /** The facts that have the words that are asked for. */
    Results find(RecordQuery query, Page page) {
        var found = record.search(query, COUNTED + 1);
        var question = Objects.requireNonNull(found.question());
        return new Results(
                logs.rows(found.page(), page).stream().map(row -> result(row, question, page)).toList(),
                Math.min(found.count(), COUNTED), found.count() > COUNTED, found.page().next());
    }

    private Result result(Row row, Question question, Page page) {
        var description = row.description();
        var targets = question.things()
                .stream()
                .map(thing -> page.to(places.of(thing)))
                .collect(Collectors.toSet());
        var sentence = description.sentence()
                .stream()
                .flatMap(part -> pieces(part, question, targets))
                .toList();
        var said = said(description, question, targets);
        var marked = Stream.concat(sentence.stream(), said.stream().flatMap(text -> text.pieces().stream()))
                .filter(Piece::found)
                .map(Piece::text)
                .collect(Collectors.toSet());
        return new Result(row, sentence, said, named(row, question, marked, page));
    }

    /** A thing is marked whole where it is called as was asked for, in whichever spelling it is written here. */
    private static Stream<Piece> pieces(Part part, Question question, Set<String> targets) {
        if (part.target() != null && targets.contains(part.target())) {
            return Stream.of(new Piece(part.text(), true, part.words(), part.target()));
        }
        return part.words()
                ? Stream.of(new Piece(part.text(), false, true, null))
                : Piece.of(part.text(), question.marks(part.text()), false, part.target()).stream();
    }

    private static List<Result.Said> said(EventDescription description, Question question,
            Set<String> targets) {
        var said = new ArrayList<Result.Said>();
        for (var text : description.texts()) {
            var pieces = Snippets.of(text.text(), question.marks(text.text()));
            if (!pieces.isEmpty()) {
                said.add(new Result.Said(text.label(), pieces));
            }
        }
        for (var list : description.lists()) {
            list.items()
                    .stream()
                    .map(item -> item.stream().flatMap(part -> pieces(part, question, targets)).toList())
                    .filter(pieces -> pieces.stream().anyMatch(Piece::found))
                    .limit(MOST_OF_A_LIST)
                    .forEach(pieces -> said.add(new Result.Said(list.label(), pieces)));
        }
        return said;
    }

    /** What is called as was asked for where nothing that is shown says so yet, each name once. */
    private List<Subject> named(Row row, Question question, Set<String> marked, Page page) {
        var called = names.in(page.language());
        var envelope = row.fact().envelope();
        var shown = new HashSet<>(marked);
        var behalf = envelope.onBehalfOf();
        return Stream.of(row.fact().event().subjects().stream(), Stream.of(envelope.actor()),
                Stream.ofNullable(behalf))
                .flatMap(some -> some)
                .filter(thing -> question.things().contains(thing) && shown.add(called.of(thing)))
                .toList();
    }
}
