// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import orgmemory.command.register.Rows.Row;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold across people and areas. They are checked on the rows as they would be, under the lock of the
 * append: two keepers who revoke each other at the same moment do not leave one.
 */
final class RegisterRules {

    private static final int KEEPERS = 2;

    private static final String OF_HOLDER = """
            select key, from_day, until_day from register.row
            where kind = ? and holder = ? and (until_day is null or until_day >= ?) order by from_day
            """;
    private static final String OF_KEY = """
            select holder, from_day, until_day from register.row
            where kind = ? and key = ? and (until_day is null or until_day >= ?) order by from_day
            """;

    private final Connection connection;
    private final LocalDate today;
    private final @Nullable List<Row> keepers;

    private RegisterRules(Connection connection, LocalDate today, boolean roles) throws SQLException {
        this.connection = connection;
        this.today = today;
        this.keepers = roles ? keepers() : null;
    }

    /**
     * Looks at the rows as they are, before they change.
     *
     * @param roles whether any role may change
     */
    static RegisterRules before(Connection connection, LocalDate today, boolean roles) throws SQLException {
        return new RegisterRules(connection, today, roles);
    }

    /**
     * Looks at the rows as the events have made them.
     *
     * @throws Rejected where a rule is broken that held before
     */
    void after(List<StoredEvent> events) throws SQLException {
        if (keepers != null && leavesTooFew(keepers, keepers(), today)) {
            throw new Rejected("grant.too-few-keepers");
        }
        for (var stored : events) {
            if (!stored.envelope().imported()) {
                check(stored);
            }
        }
    }

    private void check(StoredEvent stored) throws SQLException {
        switch (stored.event()) {
            case ManagerAppointmentEnded ended ->
                answersForNothing(ended.personId(), stored.envelope().occurredOn());
            case AccountabilityAssigned assigned ->
                managesThroughout(assigned.areaId(), assigned.managerId(), assigned.from());
            case AccountabilityHandedOver over ->
                managesThroughout(over.areaId(), over.managerId(), over.from());
            default -> {
                // Nothing else touches what several streams hold together.
            }
        }
    }

    private void answersForNothing(PersonId person, LocalDate since) throws SQLException {
        var areas = rows(OF_HOLDER, RegisterEntry.Kind.ACCOUNTABLE, person.value(), since);
        if (!areas.isEmpty()) {
            throw new Rejected("manager.still-accountable", person,
                    new AreaId(Objects.requireNonNull(areas.getFirst().holder())));
        }
    }

    /** Nobody is accountable on a day on which they manage no more. */
    private void managesThroughout(AreaId area, PersonId person, LocalDate from) throws SQLException {
        var managing = rows(OF_KEY, RegisterEntry.Kind.MANAGER, person.value(), from);
        for (var held : rows(OF_KEY, RegisterEntry.Kind.ACCOUNTABLE, area.value(), from)) {
            if (person.value().equals(held.holder()) && held.from().equals(from)) {
                var missing = firstMissing(held, managing);
                if (missing != null) {
                    throw new Rejected("area.not-a-manager", person, missing);
                }
            }
        }
    }

    private static @Nullable LocalDate firstMissing(Row held, List<Row> managing) {
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

    private List<Row> keepers() throws SQLException {
        return rows(OF_HOLDER, RegisterEntry.Kind.ROLE, Capacity.MEM.name(), today);
    }

    private List<Row> rows(String sql, RegisterEntry.Kind kind, String of, LocalDate since)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, kind.name());
            select.setString(2, of);
            select.setObject(3, since);
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(new Row(found.getString(1), found.getObject(2, LocalDate.class),
                            found.getObject(3, LocalDate.class)));
                }
                return rows;
            }
        }
    }
}
