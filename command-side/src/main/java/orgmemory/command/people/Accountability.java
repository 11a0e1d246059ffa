// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.command.register.RegisterRow;
import orgmemory.command.register.RegisterRows;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Rejected;
import orgmemory.message.people.AreaId;
import org.jspecify.annotations.Nullable;
import orgmemory.message.people.PersonId;

/** What answering for an area asks of its manager: an area and an appointment are streams apart. */
final class Accountability {

    private Accountability() {
    }

    /** Nobody is accountable on a day on which they manage no more. */
    static RegisterRule managesThroughout(AreaId area, PersonId person, LocalDate from) {
        return rows -> check(rows, area, person, from);
    }

    private static void check(RegisterRows rows, AreaId area, PersonId person, LocalDate from) {
        var managing = rows.of(Kind.MANAGER, person.value(), from);
        for (var held : rows.of(Kind.ACCOUNTABLE, area.value(), from)) {
            if (person.value().equals(held.holder()) && held.from().equals(from)) {
                var missing = firstMissing(held, managing);
                if (missing != null) {
                    throw new Rejected("area.not-a-manager", person, missing);
                }
            }
        }
    }

    private static @Nullable LocalDate firstMissing(RegisterRow held, List<RegisterRow> managing) {
        var day = held.from();
        for (var row : managing) {
            if (row.on(day)) {
                var until = row.until();
                if (until == null) {
                    return null;
                }
                day = until.plusDays(1);
            }
        }
        var last = held.until();
        return last == null || !day.isAfter(last) ? day : null;
    }
}
