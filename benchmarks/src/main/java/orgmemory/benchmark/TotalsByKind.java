// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.budget.MovementTotals;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;

/** The memory's own totals, of a year and a kind only: as many rows as the projection it is compared with keeps. */
final class TotalsByKind implements View<MovementTotals.Totals> {

    private final MovementTotals totals = new MovementTotals();

    @Override
    public String name() {
        return "TotalsByKind";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<MovementTotals.Totals> stateType() {
        return totals.stateType();
    }

    @Override
    public List<String> keys(Fact fact) {
        return totals.keys(fact).stream().filter(key -> key.contains(":")).toList();
    }

    @Override
    public MovementTotals.Totals initial(String key) {
        return totals.initial(key);
    }

    @Override
    public MovementTotals.Totals evolve(MovementTotals.Totals state, Fact fact) {
        return totals.evolve(state, fact);
    }

    @Override
    public Subject entity(String key) {
        return totals.entity(key);
    }
}
