// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactDifference;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.reads.Arrival;
import orgmemory.query.reads.Comparing;
import orgmemory.query.reads.Csv;
import orgmemory.query.reads.FieldChange;
import orgmemory.query.reads.Parameters;
import orgmemory.query.reads.Replies;
import orgmemory.query.trail.Comparisons.Compared;

/** How did this come to be as it is? The trail of a thing for programs, from the same source as the page's. */
@RestController
final class TrailReads {

    private static final Set<String> KNOWN = Set.of("trail", "cursor", "limit", "from", "fromKnownOn");
    private static final List<String> HEADER = List.of("position", "eventId", "recordedAt", "occurredOn",
            "name", "stream", "entity", "through", "actor", "capacity", "onBehalfOf", "attestation", "story",
            "causation", "answers", "annulled", "subjects", "changes", "people", "corrections", "payload");

    private static final List<String> COMPARED = List.of("change", "position", "eventId", "occurredOn",
            "name",
            "entity", "through", "fields", "payload");

    private final TrailFacts facts;
    private final Comparisons comparisons;
    private final Memory memory;
    private final Arrival arrival;
    private final Replies replies;

    TrailReads(TrailFacts facts, Comparisons comparisons, Memory memory, Arrival arrival, Replies replies) {
        this.facts = facts;
        this.comparisons = comparisons;
        this.memory = memory;
        this.arrival = arrival;
        this.replies = replies;
    }

    /**
     * A page of a trail: its facts in the order in which they happened, the last page first.
     *
     * @param joined what served the thing, whose facts stand in its trail too
     * @param next   cursor of the page of facts that were recorded earlier
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrailAnswer(Subject trail, LocalDate asOf, long knownOn, long position, List<Subject> joined,
            List<TrailItem> items, @Nullable Long next) {
    }

    @GetMapping(path = "/api/record", params = "trail")
    ResponseEntity<byte[]> trail(@RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request) {
        var parameters = new Parameters(given, KNOWN);
        var point = arrival.point(parameters);
        var thing = known(Objects.requireNonNull(parameters.subject("trail", null)));
        if (Comparing.asked(parameters)) {
            return compared(thing, parameters, point, request);
        }
        var now = moment(point);
        var joined = facts.joined(thing, point);
        var page = facts.page(joined, point, parameters.number("cursor"), parameters.limit());
        var items = facts.described(page.facts(), joined, null, point).stream().map(TrailItem::of).toList();
        var answer = new TrailAnswer(thing, now.asOf(), now.knownOn(), memory.position(), joined.others(),
                items, page.earlier());
        return replies.reply(request, List.of(now), page.earlier(), answer,
                () -> Csv.of(HEADER, items.stream().map(TrailReads::row).toList()));
    }

    /** One of two moments that are compared. */
    record Moment(LocalDate asOf, long knownOn) {
    }

    private Moment moment(BitemporalPoint point) {
        long position = memory.position();
        return new Moment(Objects.requireNonNullElse(point.asOf(), memory.today()),
                Math.min(Objects.requireNonNullElse(point.knownOn(), position), position));
    }

    /**
     * A fact that differs between two moments.
     *
     * @param fields what it says otherwise, where it stood before and stands now
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ComparedItem(FactDifference.Kind change, List<FieldChange> fields, TrailItem fact) {

        private static ComparedItem of(Compared compared) {
            var it = compared.difference();
            return new ComparedItem(it.kind(), it.kind() == FactDifference.Kind.CORRECTED
                    ? TrailItem.said(it.before(), it.after())
                    : List.of(), TrailItem.of(compared.described()));
        }

        private List<String> row() {
            return List.of(change.name(), Long.toString(fact.position()), fact.eventId(),
                    fact.occurredOn().toString(), fact.name(), fact.entity().toString(), text(fact.through()),
                    json(fields), json(fact.payload()));
        }
    }

    /**
     * What changed of a thing between two moments: a page of facts in the order in which they happened, the last page first.
     *
     * @param figures that say something else, before and after
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComparisonAnswer(Subject trail, Moment from, Moment to, List<FigureChange> figures,
            List<ComparedItem> items, @Nullable Long next) {
    }

    private ResponseEntity<byte[]> compared(Subject thing, Parameters parameters, BitemporalPoint point,
            HttpServletRequest request) {
        var from = Comparing.earlier(parameters, memory, point);
        var found = comparisons.of(thing, from, point, parameters.number("cursor"), parameters.limit());
        var items = found.facts().stream().map(ComparedItem::of).toList();
        var answer = new ComparisonAnswer(thing, moment(from), moment(point), found.figures(), items,
                found.earlier());
        return replies.reply(request, List.of(answer.from(), answer.to()), found.earlier(), answer,
                () -> Csv.of(COMPARED, items.stream().map(ComparedItem::row).toList()));
    }

    private Subject known(Subject thing) {
        if (!facts.knows(thing)) {
            throw Rejected.unknown("trail.unknown", thing.toString());
        }
        return thing;
    }

    private static List<String> row(TrailItem item) {
        return List.of(Long.toString(item.position()), item.eventId(), item.recordedAt().toString(),
                item.occurredOn().toString(), item.name(), item.stream().toString(), item.entity().toString(),
                text(item.through()), item.actor().toString(), item.capacity(), text(item.onBehalfOf()),
                item.attestation(), text(item.story()), text(item.causation()),
                item.answers() == null ? "" : Long.toString(item.answers().position()),
                Boolean.toString(item.annulled()),
                String.join(" ", item.subjects().stream().map(Subject::toString).toList()),
                json(item.changes()), json(item.people()), json(item.corrections()), json(item.payload()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Nothing at all where there is nothing in it. */
    private static String json(Object value) {
        return value instanceof List<?> list && list.isEmpty() ? "" : Json.mapper().writeValueAsString(value);
    }
}
