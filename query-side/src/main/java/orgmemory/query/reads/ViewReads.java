// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import orgmemory.access.HttpProblem;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.View;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.reading.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Which views are there, what does one say of a key, and of which keys does it say what? */
@RestController
class ViewReads {

    private static final Set<String> COMPARED_LIST = Set.of("from", "fromKnownOn", "cursor", "limit");

    private final Views views;
    private final Memory memory;
    private final Arrival arrival;
    private final Replies replies;
    private final StateSchemas schemas;

    ViewReads(Views views, Memory memory, Arrival arrival, Replies replies) {
        this.views = views;
        this.memory = memory;
        this.arrival = arrival;
        this.replies = replies;
        this.schemas = new StateSchemas(views);
    }

    record ViewList(long position, List<ViewDescription> views) {
    }

    @GetMapping("/api/views")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        var status = memory.status();
        long position = memory.position();
        var descriptions = views.all()
                .stream()
                .map(view -> ViewDescription.of(view, status, schemas.of(view)))
                .toList();
        return replies.json(request, List.of(position, status), new ViewList(position, descriptions));
    }

    @GetMapping("/api/views/{view}/{key}")
    ResponseEntity<byte[]> one(@PathVariable String view, @PathVariable String key,
            @RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
        var found = views.named(view);
        var parameters = new Parameters(given, Comparing.PARAMETERS);
        var point = arrival.point(parameters);
        if (Comparing.asked(parameters)) {
            return compared(found, key, parameters, point, request);
        }
        var answer = memory.read(view, key, point)
                .orElseThrow(() -> Rejected.unknown("view.key-unknown", view, key));
        return replies.reply(request, List.of(answer.viewVersion(), answer.asOf(), answer.knownOn()), null,
                answer, () -> new StateTable(found).csv(List.of(answer)));
    }

    /** What a view says of a key otherwise than at an earlier moment. */
    private ResponseEntity<byte[]> compared(View<?> view, String key, Parameters parameters,
            BitemporalPoint point, HttpServletRequest request) {
        var from = Comparing.earlier(parameters, memory, point);
        var before = memory.read(view.name(), key, from).orElse(null);
        var after = memory.read(view.name(), key, point).orElse(null);
        if (before == null && after == null) {
            throw Rejected.unknown("view.key-unknown", view.name(), key);
        }
        var comparison = new StateComparison(view.name(), key,
                StateMoment.of(from, before, memory), StateMoment.of(point, after, memory),
                FieldChange.between(state(before), state(after)));
        return replies.reply(request, List.of(comparison.from(), comparison.to()), null, comparison,
                comparison::csv);
    }

    private static @Nullable JsonNode state(@Nullable Answer answer) {
        return answer == null ? null : Json.mapper().readTree(answer.state());
    }

    @GetMapping("/api/views/{view}")
    ResponseEntity<byte[]> page(@PathVariable String view, @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request) {
        var found = views.named(view);
        if (!Collections.disjoint(given.keySet(), Comparing.PARAMETERS)) {
            return compared(found, new Parameters(given, COMPARED_LIST), request);
        }
        var columns = columns(found);
        var known = new HashSet<>(Set.of("sort", "cursor", "limit"));
        known.addAll(columns);
        var parameters = new Parameters(given, known);
        int limit = parameters.limit();
        var sort = sort(parameters.text("sort"), columns);
        var page = memory.list(view,
                new ListQuery(arrival.point(parameters), parameters.among(columns), sort,
                        descending(parameters.text("sort")), parameters.text("cursor"), limit));
        return replies.reply(request, List.of(page.viewVersion(), page.asOf(), page.knownOn()), page.next(),
                page, () -> new StateTable(found).csv(page.items()));
    }

    /** Which states of a view differ from what they were at an earlier moment. */
    private ResponseEntity<byte[]> compared(View<?> view, Parameters parameters, HttpServletRequest request) {
        var point = arrival.point(parameters);
        var found = ListComparison.of(memory, view.name(), Comparing.earlier(parameters, memory, point),
                point,
                parameters.text("cursor"), parameters.limit());
        return replies.reply(request, List.of(found.from(), found.to()), found.next(), found, found::csv);
    }

    private static Set<String> columns(View<?> view) {
        return view.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String sort(@Nullable String sort, Set<String> columns) {
        if (sort == null) {
            return null;
        }
        var column = descending(sort) ? sort.substring(1) : sort;
        if (column.equals("key")) {
            return null;
        }
        if (!columns.contains(column)) {
            throw HttpProblem.malformed("sort", "one-of",
                    columns.stream().sorted().collect(Collectors.joining(", ", "key, ", "")));
        }
        return column;
    }

    private static boolean descending(@Nullable String sort) {
        return sort != null && sort.startsWith("-");
    }
}
