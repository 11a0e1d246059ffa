// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;

/**
 * What people see, as a pure function over the facts: no clock, no reading, no writing. The memory keeps every version of
 * every state on two clocks; a view only says how a fact changes a state. To add one, write this one class.
 *
 * @param <S> the state: an immutable record of plain values, small (16 KB as JSON), the answer as people read it
 */
public interface View<S> {

    /** As in {@code /api/views/CutBoard}. */
    String name();

    /** Counts up with each change of what the view says; a new version is folded anew from the record. */
    int version();

    Class<S> stateType();

    /** The keys whose states the fact changes; none for a fact that is not this view's. Depends on the payload only. */
    Collection<String> keys(Fact fact);

    /** The state before any fact. */
    S initial(String key);

    /** The state after the fact. Total: no order of facts may make it throw. */
    S evolve(S state, Fact fact);

    /** What the state says on a day, where that depends on the day without any fact (terms that begin or end). */
    default S at(S state, LocalDate day) {
        return state;
    }

    /** At most three columns to filter and sort lists by. */
    default List<Column<S>> columns() {
        return List.of();
    }

    /** Who may see what it says: it leaves out facts that fewer may see. */
    default Visibility.Scope visibility() {
        return Visibility.Scope.INSTITUTE;
    }

    /** The entity whose version {@code If-Match} names, for a state of this key. */
    Subject entity(String key);

    /** Entities inside the state that have versions of their own. */
    default List<Subject> parts(S state) {
        return List.of();
    }
}
