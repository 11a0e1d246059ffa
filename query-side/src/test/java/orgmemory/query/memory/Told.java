// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import org.jspecify.annotations.Nullable;

/** Which cuts were proposed for a round, in which order, at which amounts; it breaks at a cut where that is asked for. */
public class Told implements View<Told.State> {

    /** What has been told. */
    public record State(String round, @Nullable String title, LocalDate since, long count, long agorot,
            boolean many, List<String> last, @Nullable LocalDate readFor) {
    }

    private final int version;
    private volatile @Nullable String breaksAt;

    public Told() {
        this(1);
    }

    public Told(int version) {
        this.version = version;
    }

    /** From now on the cut breaks this view; null heals it. */
    public Told breaksAt(@Nullable String cut) {
        breaksAt = cut;
        return this;
    }

    @Override
    public String name() {
        return "Told";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public Collection<String> keys(Fact fact) {
        return fact.event() instanceof BudgetCutProposed proposed
                ? List.of(proposed.roundId().value())
                : List.of();
    }

    @Override
    public State initial(String key) {
        return new State(key, null, LocalDate.MIN, 0, 0, false, List.of(), null);
    }

    @Override
    public State evolve(State state, Fact fact) {
        var proposed = (BudgetCutProposed) fact.event();
        if (proposed.cutId().value().equals(breaksAt)) {
            throw new IllegalArgumentException("It breaks at " + breaksAt);
        }
        var since = state.count() == 0 ? fact.day() : state.since();
        var last = Stream.concat(state.last().stream(), Stream.of(fact.eventId() + " " + fact.day()))
                .toList();
        long count = state.count() + 1;
        return new State(state.round(), proposed.reason(), since, count,
                state.agorot() + proposed.amountAgorot(), count > 2,
                last.subList(Math.max(0, last.size() - 5), last.size()), null);
    }

    @Override
    public State at(State state, LocalDate day) {
        return new State(state.round(), state.title(), state.since(), state.count(), state.agorot(),
                state.many(), state.last(), day);
    }

    @Override
    public List<Column<State>> columns() {
        return List.of(Column.number("agorot", State::agorot), Column.day("since", State::since),
                Column.flag("many", State::many));
    }

    @Override
    public Subject entity(String key) {
        return Subject.of("round", key);
    }
}
