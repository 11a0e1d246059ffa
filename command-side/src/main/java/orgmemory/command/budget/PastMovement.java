// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import orgmemory.command.DecisionContext;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;

/**
 * A movement of an earlier record: taken over as it stands. It costs the same whatever the year holds already, since its
 * id is a claim and the year keeps nothing of it but sums.
 */
final class PastMovement {

    private PastMovement() {
    }

    static PastMovementRecorded record(YearState year, RecordPastMovement command, DecisionContext context) {
        if (!context.imported()) {
            throw new Rejected("movement.not-imported", command.movementId());
        }
        year.mustBeOpen(command.yearId());
        for (var line : command.lines()) {
            if (line.lineId() != null) {
                var _ = year.part(line.lineId(), BudgetLine.class);
            }
        }
        return new PastMovementRecorded(command.yearId(), command.movementId(), command.kind(),
                command.title(), command.sourceReference(), command.lines());
    }

    static YearState evolve(YearState year, PastMovementRecorded movement) {
        var moved = year;
        for (var line : movement.lines()) {
            if (line.lineId() != null) {
                var owner = line.lineId().subject();
                moved = moved.booked(owner, moved.balance(owner).plus(line.amountAgorot()));
            }
        }
        return moved;
    }
}
