// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.TransferId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was booked to a line beside its draft, or to a round toward what it requires, by the facts that name it. Corrections
 * may leave facts of one cut that name different lines; each line then counts what it was told, as its board does.
 */
public record Balance(long agorot, PMap<CutId, BudgetCut> cuts,
        PMap<TransferId, SolidarityTransfer> transfers) {

    static final Balance NONE = new Balance(0, HashTreePMap.empty(), HashTreePMap.empty());

    /** Reads a balance from a snapshot. */
    @JsonCreator
    static Balance of(long agorot, Map<CutId, BudgetCut> cuts,
            Map<TransferId, SolidarityTransfer> transfers) {
        return new Balance(agorot, HashTreePMap.from(cuts), HashTreePMap.from(transfers));
    }

    Balance plus(long amountAgorot) {
        return new Balance(Amounts.plus(agorot, amountAgorot), cuts, transfers);
    }

    Balance with(Subject owner, CutId id, BudgetCut next) {
        var known = cuts.get(id);
        long change = Amounts.minus(next.bookedTo(owner), known == null ? 0 : known.bookedTo(owner));
        return new Balance(Amounts.plus(agorot, change), cuts.plus(id, next), transfers);
    }

    Balance with(Subject owner, TransferId id, SolidarityTransfer next) {
        var known = transfers.get(id);
        long change = Amounts.minus(next.bookedTo(owner), known == null ? 0 : known.bookedTo(owner));
        return new Balance(Amounts.plus(agorot, change), cuts, transfers.plus(id, next));
    }
}
