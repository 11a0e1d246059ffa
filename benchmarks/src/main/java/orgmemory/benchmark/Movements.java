// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.MovementId;

/** Invented movements, shaped like those of a state's budget: five lines each, over forty years. */
final class Movements {

    private Movements() {
    }

    static List<PastMovementRecorded> invent(int count) {
        var random = new Random(2016);
        var kinds = MovementKind.values();
        var movements = new ArrayList<PastMovementRecorded>(count);
        for (int n = 0; n < count; n++) {
            movements.add(
                    new PastMovementRecorded(new BudgetYearId("BY" + (1980 + n % 40)),
                            new MovementId("M-" + n),
                            kinds[random.nextInt(kinds.length)], "העברה לטובת פעולות בתחום " + n, "row-" + n,
                            lines(random)));
        }
        return movements;
    }

    private static List<MovementLine> lines(Random random) {
        return IntStream.range(0, 5)
                .mapToObj(i -> new MovementLine("20-24-" + (10 + i), "חינוך לא פורמאלי",
                        (random.nextInt(2001) - 1000) * 100_000L, null))
                .toList();
    }
}
