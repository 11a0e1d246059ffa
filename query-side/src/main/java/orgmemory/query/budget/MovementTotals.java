// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.List;
import java.util.stream.LongStream;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much did the movements of a year add and take, in all and of each kind? */
@Component
public final class MovementTotals implements View<MovementTotals.Totals> {

    /**
     * What a year's movements come to.
     *
     * @param kind             absent in the totals of the whole year
     * @param requests         how many movements there were
     * @param lines            how many lines they had together
     * @param decreaseAgorot   the sum of what was taken, never above 0
     * @param balancedRequests movements whose lines sum to 0
     */
    public record Totals(BudgetYearId yearId, @Nullable MovementKind kind, long requests, long lines,
            long netAgorot, long increaseAgorot, long decreaseAgorot, long balancedRequests) {

        private Totals with(PastMovementRecorded movement) {
            var amounts = movement.lines().stream().mapToLong(MovementLine::amountAgorot).toArray();
            long increase = Amounts.sum(LongStream.of(amounts).filter(amount -> amount > 0));
            long decrease = Amounts.sum(LongStream.of(amounts).filter(amount -> amount < 0));
            long net = Amounts.sum(amounts);
            return new Totals(yearId, kind, Math.incrementExact(requests),
                    Math.addExact(lines, movement.lines().size()), Amounts.plus(netAgorot, net),
                    Amounts.plus(increaseAgorot, increase), Amounts.plus(decreaseAgorot, decrease),
                    Math.addExact(balancedRequests, net == 0 ? 1 : 0));
        }
    }

    @Override
    public String name() {
        return "MovementTotals";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Totals> stateType() {
        return Totals.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return switch (fact.event()) {
            case PastMovementRecorded movement -> List.of(movement.yearId().value(),
                    movement.yearId() + ":" + movement.kind());
            default -> List.of();
        };
    }

    @Override
    public Totals initial(String key) {
        int colon = key.indexOf(':');
        return new Totals(year(key), colon < 0 ? null : MovementKind.valueOf(key.substring(colon + 1)), 0, 0,
                0,
                0, 0, 0);
    }

    @Override
    public Totals evolve(Totals totals, Fact fact) {
        return switch (fact.event()) {
            case PastMovementRecorded movement -> totals.with(movement);
            default -> totals;
        };
    }

    @Override
    public List<Column<Totals>> columns() {
        return List.of(
                Column.text("yearId", totals -> totals.yearId().value()),
                Column.text("kind", totals -> totals.kind() == null ? null : totals.kind().name()),
                Column.number("netAgorot", Totals::netAgorot));
    }

    @Override
    public Subject entity(String key) {
        return year(key).subject();
    }

    private static BudgetYearId year(String key) {
        int colon = key.indexOf(':');
        return new BudgetYearId(colon < 0 ? key : key.substring(0, colon));
    }
}
