// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was booked to a line beside its draft, or to a round toward what it requires, by the facts that name it. Corrections
 * may leave facts of one cut that name different lines; each line then counts what it was told, as its board does.
 *
 * @param parts the cuts and transfers that were told of it, as they were told of it
 */
public record Balance(long agorot, PMap<Subject, YearPart> parts) {

    static final Balance NONE = new Balance(0, HashTreePMap.empty());

    /** Reads a balance from a snapshot. */
    @JsonCreator
    static Balance of(long agorot, Map<Subject, YearPart> parts) {
        return new Balance(agorot, HashTreePMap.from(parts));
    }

    Balance plus(long amountAgorot) {
        return new Balance(Amounts.plus(agorot, amountAgorot), parts);
    }

    Balance with(Subject owner, Subject id, @Nullable YearPart known, YearPart next) {
        long change = Amounts.minus(next.bookedTo(owner), known == null ? 0 : known.bookedTo(owner));
        return new Balance(Amounts.plus(agorot, change), parts.plus(id, next));
    }
}
