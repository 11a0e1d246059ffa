// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import orgmemory.command.register.Rows.Row;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Sees to what facts ask of the register, on the rows as they would be and under the lock of the append: two keepers who
 * revoke each other at the same moment do not leave one.
 */
final class RegisterRules {

    private static final int KEEPERS = 2;

    private final RuleBook book;
    private final RegisterRows rows;
    private final LocalDate today;
    private final @Nullable List<Row> keepers;

    private RegisterRules(RuleBook book, Connection connection, LocalDate today, boolean roles) {
        this.book = book;
        this.rows = new RowsUnderLock(connection);
        this.today = today;
        this.keepers = roles ? keepers() : null;
    }

    /**
     * Looks at the rows as they are, before they change.
     *
     * @param roles whether any role may change
     */
    static RegisterRules before(RuleBook book, Connection connection, LocalDate today, boolean roles) {
        return new RegisterRules(book, connection, today, roles);
    }

    /**
     * Looks at the rows as the events have made them.
     *
     * @throws Rejected where a rule is broken that held before
     */
    void after(List<StoredEvent> events) {
        if (keepers != null && leavesTooFew(keepers, keepers(), today)) {
            throw new Rejected("grant.too-few-keepers");
        }
        for (var stored : events) {
            if (!stored.envelope().imported()) {
                book.of(stored.event(), stored.envelope().occurredOn()).forEach(rule -> rule.check(rows));
            }
        }
    }

    /** Whether on some day from today on there are fewer than two, and fewer than there were. */
    static boolean leavesTooFew(List<Row> before, List<Row> after, LocalDate today) {
        var turns = new TreeSet<LocalDate>(List.of(today));
        before.forEach(row -> addTurns(row, turns));
        after.forEach(row -> addTurns(row, turns));
        return turns.tailSet(today)
                .stream()
                .anyMatch(day -> count(after, day) < KEEPERS && count(after, day) < count(before, day));
    }

    private static void addTurns(Row row, Set<LocalDate> turns) {
        turns.add(row.from());
        var until = row.until();
        if (until != null) {
            turns.add(until.plusDays(1));
        }
    }

    private static long count(List<Row> rows, LocalDate day) {
        return rows.stream().filter(row -> row.on(day)).map(Row::holder).distinct().count();
    }

    private List<Row> keepers() {
        return rows.heldBy(RegisterEntry.Kind.ROLE, Capacity.MEM.name(), today)
                .stream()
                .map(row -> new Row(row.key(), row.from(), row.until()))
                .toList();
    }
}
