// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.journal.JournalUnavailable;

/** The rows on the connection that appends: nobody else changes them before it commits. */
final class RowsUnderLock implements RegisterRows {

    private static final String SELECT = """
            select key, holder, from_day, until_day from register.row
            where kind = ? and %s = ? and (until_day is null or until_day >= ?) order by from_day
            """;
    private static final String OF_KEY = SELECT.formatted("key");
    private static final String OF_HOLDER = SELECT.formatted("holder");

    private final Connection connection;

    RowsUnderLock(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<RegisterRow> of(Kind kind, String key, LocalDate since) {
        return select(OF_KEY, kind, key, since);
    }

    @Override
    public List<RegisterRow> heldBy(Kind kind, String holder, LocalDate since) {
        return select(OF_HOLDER, kind, holder, since);
    }

    private List<RegisterRow> select(String sql, Kind kind, String of, LocalDate since) {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, kind.name());
            select.setString(2, of);
            select.setObject(3, since);
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<RegisterRow>();
                while (found.next()) {
                    rows.add(new RegisterRow(found.getString("key"), found.getString("holder"),
                            found.getObject("from_day", LocalDate.class),
                            found.getObject("until_day", LocalDate.class)));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("The register could not be read", failure);
        }
    }
}
