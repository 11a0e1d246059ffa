// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Json;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.AnswerPage;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.reading.Memory;
import tools.jackson.databind.JsonNode;

/**
 * Which states of a view differ between two moments, by key.
 *
 * @param items those that differ among the keys that this page looked at
 * @param next  cursor of the page that looks at the keys that follow; absent where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListComparison(String view, Moment from, Moment to, List<ComparedState> items,
        @Nullable String next) {

    /** As the database orders keys. */
    private static final Comparator<String> BYTEWISE = (one, other) -> Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    /** One of the moments. */
    record Moment(LocalDate asOf, long knownOn) {

        private static Moment of(AnswerPage page) {
            return new Moment(page.asOf(), page.knownOn());
        }
    }

    /** What became of a state. */
    enum Change {
        CAME, GONE, CHANGED
    }

    /** A state that differs, and its fields before and after. */
    record ComparedState(String key, Change change, List<FieldChange> fields) {
    }

    private record Pair(@Nullable Answer before, @Nullable Answer after) {

        private Stream<ComparedState> difference(String key) {
            var fields = FieldChange.between(state(before), state(after));
            var change = before == null ? Change.CAME : after == null ? Change.GONE : Change.CHANGED;
            return change == Change.CHANGED && fields.isEmpty()
                    ? Stream.of()
                    : Stream.of(new ComparedState(key, change, fields));
        }

        private static @Nullable JsonNode state(@Nullable Answer answer) {
            return answer == null ? null : Json.mapper().readTree(answer.state());
        }
    }

    /**
     * Looks at so many keys of a view at both moments.
     *
     * @param cursor the {@code next} of the page before; null for the first one
     */
    static ListComparison of(Memory memory, String view, BitemporalPoint from, BitemporalPoint to,
            @Nullable String cursor, int limit) {
        var then = page(memory, view, from, cursor, limit);
        var now = page(memory, view, to, cursor, limit);
        // Up to where both pages reach: beyond, one of them does not say what there is.
        var shorter = Stream.of(then, now)
                .filter(page -> page.next() != null)
                .min(Comparator.comparing(page -> page.items().getLast().key(), BYTEWISE));
        var end = shorter.map(page -> page.items().getLast().key());
        var pairs = new TreeMap<String, Pair>(BYTEWISE);
        then.items().forEach(state -> pairs.put(state.key(), new Pair(state, null)));
        now.items()
                .forEach(state -> pairs.merge(state.key(), new Pair(null, state),
                        (before, after) -> new Pair(before.before(), after.after())));
        var items = pairs.entrySet()
                .stream()
                .filter(pair -> end.isEmpty() || BYTEWISE.compare(pair.getKey(), end.get()) <= 0)
                .flatMap(pair -> pair.getValue().difference(pair.getKey()))
                .toList();
        return new ListComparison(view, Moment.of(then), Moment.of(now), items,
                shorter.map(AnswerPage::next).orElse(null));
    }

    private static AnswerPage page(Memory memory, String view, BitemporalPoint at, @Nullable String cursor,
            int limit) {
        var all = ListQuery.all(at, limit);
        return memory.list(view, new ListQuery(at, all.filters(), null, false, cursor, limit));
    }

    byte[] csv() {
        return Csv.of(List.of("key", "change", "field", "before", "after"), items.stream()
                .flatMap(item -> item.fields()
                        .stream()
                        .map(field -> Stream.concat(Stream.of(item.key(), item.change().name()),
                                field.row().stream()).toList()))
                .toList());
    }
}
