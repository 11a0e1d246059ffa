// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Json;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.BudgetYears;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.MovementTotals;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import orgmemory.query.memory.history.Fold;
import orgmemory.query.memory.history.Standings;
import orgmemory.query.memory.history.Standings.Standing;
import orgmemory.query.memory.history.FactChange;
import orgmemory.query.oracle.history.History;
import orgmemory.query.people.Areas;
import orgmemory.query.people.People;

/** The memory's own fold agrees with one that shares no code with it: for every day, as known at every position. */
class FoldProperties {

    private static final EventCodec CODEC = new EventCodec();
    private static final List<View<?>> OTHERS = List.of(new CutBoard(), new BudgetLines(),
            new MovementTotals(),
            new BudgetYears(), new People(), new Areas());

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(20);
    }

    @Property(tries = 10_000)
    void every_version_is_true_on_both_clocks(@ForAll("histories") History history, @ForAll long seed) {
        agrees(new Trail(), history, seed);
        agrees(OTHERS.get(new Random(seed).nextInt(OTHERS.size())), history, seed);
    }

    private static <S> void agrees(View<S> view, History history, long seed) {
        var kept = fold(view, history, new Random(seed));
        var read = new HashMap<String, S>();
        for (long knownOn = 0; knownOn <= history.head(); knownOn++) {
            var facts = Truth.facts(history, knownOn);
            for (var day : history.days()) {
                var states = new TreeMap<String, S>();
                kept.states(day, knownOn)
                        .forEach((key, json) -> states.put(key, view.at(read.computeIfAbsent(json,
                                unread -> Json.mapper().readValue(unread, view.stateType())), day)));
                var knownAt = knownOn;
                assertThat(states)
                        .as(() -> "%s as of %s, known at %d".formatted(view.name(), day, knownAt))
                        .isEqualTo(Truth.states(view, facts, day));
            }
        }
    }

    /** In batches of any size; at times the one who folds forgets everything in between, as after a restart. */
    private static <S> StoredInLists fold(View<S> view, History history, Random random) {
        var kept = new StoredInLists(history);
        var fold = new Fold<>(view, kept);
        for (int from = 0; from < history.events().size();) {
            int until = Math.min(history.events().size(), from + 1 + random.nextInt(6));
            var folded = fold.fold(steps(history, from, until));
            assertThat(folded.error()).isNull();
            kept.keep(folded, until);
            fold = random.nextInt(4) == 0 ? new Fold<>(view, kept) : fold;
            from = until;
        }
        return kept;
    }

    private static List<FactChange> steps(History history, int from, int until) {
        return new Standings(CODEC, ids -> standing(history, from, ids))
                .follow(history.events().subList(from, until))
                .stream()
                .map(Standings.Arrival::step)
                .filter(step -> step != null)
                .toList();
    }

    private static Map<String, Standing> standing(History history, long knownOn, Collection<String> ids) {
        var standing = Truth.facts(history, knownOn)
                .stream()
                .collect(toMap(Fact::eventId, Function.identity()));
        return history.events()
                .stream()
                .filter(event -> event.position() <= knownOn && ids.contains(event.eventId()))
                .collect(toMap(StoredEvent::eventId,
                        event -> new Standing(recorded(event), standing.get(event.eventId()))));
    }

    private static Fact recorded(StoredEvent event) {
        return new Fact(event.position(), event.eventId(), event.envelope(), event.recordedAt(),
                event.event());
    }
}
