// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;

/**
 * Which facts concern it, in which order and in which wording? A view that shows everything about its facts, so that no
 * mistake in their order, their day or their payload can hide behind a sum.
 */
public final class Trail implements View<Trail.State> {

    /** What is asked about, what is told, and the day for which it was read. */
    public record State(String about, List<String> told, int count, @Nullable LocalDate readFor) {
    }

    @Override
    public String name() {
        return "Trail";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public Collection<String> keys(Fact fact) {
        return fact.event().subjects().stream().map(Trail::key).toList();
    }

    @Override
    public State initial(String key) {
        return new State(key, List.of(), 0, null);
    }

    @Override
    public State evolve(State state, Fact fact) {
        var told = "%s %s %s".formatted(fact.eventId(), fact.day(), fact.event());
        return new State(state.about(), Stream.concat(state.told().stream(), Stream.of(told)).toList(),
                state.count() + 1, null);
    }

    @Override
    public State at(State state, LocalDate day) {
        return new State(state.about(), state.told(), state.count(), day);
    }

    @Override
    public List<Column<State>> columns() {
        return List.of(Column.number("count", State::count));
    }

    @Override
    public Subject entity(String key) {
        var dot = key.indexOf('.');
        return new Subject(key.substring(0, dot), key.substring(dot + 1));
    }

    private static String key(Subject subject) {
        return subject.type() + "." + subject.id();
    }
}
