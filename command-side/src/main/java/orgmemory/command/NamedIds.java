// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.InstituteId;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Every id that a fact names, at whatever depth. */
final class NamedIds {

    private NamedIds() {
    }

    static Stream<Subject> in(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Subject subject -> Stream.of(subject);
            case PersonId id -> Stream.of(id.subject());
            case BodyId id -> Stream.of(id.subject());
            case AreaId id -> Stream.of(id.subject());
            case InstituteId id -> Stream.of(id.subject());
            case BudgetYearId id -> Stream.of(id.subject());
            case LineId id -> Stream.of(id.subject());
            case RoundId id -> Stream.of(id.subject());
            case CutId id -> Stream.of(id.subject());
            case TransferId id -> Stream.of(id.subject());
            case MovementId id -> Stream.of(id.subject());
            case List<?> values -> values.stream().flatMap(NamedIds::in);
            case Record fields -> Arrays.stream(fields.getClass().getRecordComponents())
                    .flatMap(field -> in(Fields.value(fields, field)));
            default -> Stream.empty();
        };
    }
}
