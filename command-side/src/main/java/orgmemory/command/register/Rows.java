// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import orgmemory.command.register.RegisterEntry.Kind;
import org.jspecify.annotations.Nullable;

/** From which day to which day somebody holds something: the entries of one key, folded. */
final class Rows {

    /** One holder's days, both included; without end where until is null. */
    record Row(@Nullable String holder, LocalDate from, @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        private Row endingOn(LocalDate day) {
            return until != null && until.isBefore(day) ? this : new Row(holder, from, day);
        }
    }

    private Rows() {
    }

    /**
     * The rows of one key.
     *
     * @param entries those that stand, in the order of their original positions: they take effect in the order of the days
     *                that they occurred on
     */
    static List<Row> fold(List<RegisterEntry> entries) {
        var inOrder = entries.stream().sorted(Comparator.comparing(RegisterEntry::on)).toList();
        if (entries.isEmpty()) {
            return List.of();
        }
        var kind = entries.getFirst().kind();
        if (kind == Kind.DUE) {
            return last(inOrder.getLast());
        }
        var rows = kind.many() ? several(inOrder) : oneAfterTheOther(inOrder);
        // What is followed on its own first day never held, nor what was to end before it began.
        rows.removeIf(row -> row.until != null && row.until.isBefore(row.from));
        return rows;
    }

    /** What ends takes the rest of what was told before, also of what had not begun yet. */
    private static List<Row> several(List<RegisterEntry> entries) {
        var rows = new ArrayList<Row>();
        for (var entry : entries) {
            if (entry.ends()) {
                rows.replaceAll(row -> Objects.equals(row.holder, entry.holder())
                        ? row.endingOn(entry.from().minusDays(1))
                        : row);
            } else {
                rows.add(new Row(entry.holder(), entry.from(), entry.until()));
            }
        }
        rows.sort(Comparator.comparing(Row::from));
        return rows;
    }

    /** What is said last puts aside whatever was said before it. */
    private static List<Row> last(RegisterEntry entry) {
        return entry.ends() ? List.of() : List.of(new Row(entry.holder(), entry.from(), entry.until()));
    }

    /** Each holder until the next one begins. What ends takes with it what was told before and had not begun yet. */
    private static List<Row> oneAfterTheOther(List<RegisterEntry> entries) {
        var standing = new ArrayList<RegisterEntry>();
        for (var entry : entries) {
            if (entry.ends()) {
                standing.removeIf(earlier -> !earlier.from().isBefore(entry.from()));
            }
            standing.add(entry);
        }
        var rows = new ArrayList<Row>();
        for (var entry : standing.stream().sorted(Comparator.comparing(RegisterEntry::from)).toList()) {
            if (!rows.isEmpty()) {
                rows.add(rows.removeLast().endingOn(entry.from().minusDays(1)));
            }
            if (!entry.ends()) {
                rows.add(new Row(entry.holder(), entry.from(), entry.until()));
            }
        }
        return rows;
    }
}
