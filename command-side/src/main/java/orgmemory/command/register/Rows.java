// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From which day to which day somebody holds something: the entries of one key, folded. */
final class Rows {

    /** One holder's days, both included; without end where until is null. */
    record Row(@Nullable String holder, LocalDate from, @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    private Rows() {
    }

    /**
     * The rows of one key.
     *
     * @param entries those that stand, in the order of their original positions
     */
    static List<Row> fold(List<Entry> entries) {
        var rows = new ArrayList<Row>();
        for (var entry : entries.stream().sorted(Comparator.comparing(Entry::from)).toList()) {
            if (!entry.kind().many()) {
                endLast(rows, entry.from().minusDays(1));
            }
            rows.add(new Row(entry.holder(), entry.from(), entry.until()));
        }
        // What is followed on its own first day never held, nor what was to end before it began.
        rows.removeIf(row -> row.until != null && row.until.isBefore(row.from));
        return rows;
    }

    private static void endLast(List<Row> rows, LocalDate end) {
        if (!rows.isEmpty()) {
            var last = rows.removeLast();
            var until = last.until != null && last.until.isBefore(end) ? last.until : end;
            rows.add(new Row(last.holder, last.from, until));
        }
    }
}
