// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Json;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.View;
import orgmemory.query.memory.reading.Memory;
import org.springframework.stereotype.Component;

/** Reads the states of views as the records that they are. */
@Component
public final class States {

    private static final int A_PAGE = 1_000;

    private final Memory memory;

    States(Memory memory) {
        this.memory = memory;
    }

    /**
     * A state, with what it holds for.
     *
     * @param answer its versions are there in present reads only
     */
    public record State<S>(String key, S it, Answer answer) {

        /** The version of a part, for a form that must not act on what has changed; null where none is known. */
        public @Nullable Long version(Object part) {
            return answer.versions().get(part.toString());
        }
    }

    private record OneState(String view, String key, BitemporalPoint point) {
    }

    private record AllStates(String view, Map<String, String> filters, @Nullable String sort,
            BitemporalPoint point) {
    }

    /** One state; empty where the key did not exist, or was not known, then. */
    public <S> Optional<State<S>> one(View<S> view, String key, BitemporalPoint point) {
        return OncePerRequest.read(new OneState(view.name(), key, point),
                () -> memory.read(view.name(), key, point).map(answer -> state(view, answer)));
    }

    /** All states of a view whose columns have these values, by a column ({@code -column} for the other way round). */
    public <S> List<State<S>> all(View<S> view, Map<String, String> filters, @Nullable String sort,
            BitemporalPoint point) {
        return OncePerRequest.read(new AllStates(view.name(), filters, sort, point),
                () -> read(view, filters, sort, point));
    }

    private <S> List<State<S>> read(View<S> view, Map<String, String> filters, @Nullable String sort,
            BitemporalPoint point) {
        var found = new ArrayList<State<S>>();
        boolean down = sort != null && sort.startsWith("-");
        var column = sort != null && down ? sort.substring(1) : sort;
        String cursor = null;
        do {
            var page = memory.list(view.name(),
                    new ListQuery(point, filters, column, down, cursor, A_PAGE));
            page.items().forEach(answer -> found.add(state(view, answer)));
            cursor = page.next();
        } while (cursor != null);
        return List.copyOf(found);
    }

    /** A state at the end of a day. */
    public record OnDay<S>(LocalDate day, S it) {
    }

    /** One state day by day, on each day on which it changed, up to the moment. */
    public <S> List<OnDay<S>> days(View<S> view, String key, BitemporalPoint point) {
        var days = new ArrayList<OnDay<S>>();
        for (var day : memory.days(view.name(), key, point)) {
            // Where nothing stands any more, it is as before any fact.
            var state = day.state() == null
                    ? view.initial(key)
                    : Json.mapper().readValue(day.state(), view.stateType());
            var shown = view.at(state, day.day());
            if (days.isEmpty() || !days.getLast().it().equals(shown)) {
                days.add(new OnDay<>(day.day(), shown));
            }
        }
        return List.copyOf(days);
    }

    private static <S> State<S> state(View<S> view, Answer answer) {
        return new State<>(answer.key(), Json.mapper().readValue(answer.state(), view.stateType()), answer);
    }
}
