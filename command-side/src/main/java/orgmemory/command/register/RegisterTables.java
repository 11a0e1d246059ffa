// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import orgmemory.command.register.RegisterEntry.Kind;
import org.jspecify.annotations.Nullable;

/** The register's tables on one connection: each method is one statement, however many keys it is about. */
final class RegisterTables {

    /**
     * What is said of a key.
     *
     * @param eventId  of the original
     * @param origin   the original's position
     * @param position of the event or correction that says it
     * @param entry    what is said; null where it is taken back
     */
    record Saying(RegisterKey key, String eventId, long origin, long position,
            @Nullable RegisterEntry entry) {
    }

    /** What was said of an original. */
    record Said(RegisterKey key, long origin) {
    }

    /** A row of a key, as it is folded. */
    private record KeyRow(RegisterKey key, Rows.Row row) {
    }

    private static final String ADD = """
            insert into register.entry (kind, key, event_id, origin, position, stands, holder, occurred_on, from_day,
                until_day, ends)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                unnest(?), unnest(?)
            """;
    private static final String SAID_OF = """
            select distinct kind, key, origin from register.entry where event_id = ?
            """;
    private static final String POSITION = "select position from journal.event where event_id = ?";
    private static final String STANDING = """
            select latest.*, coalesce(latest.occurred_on, latest.from_day) as on_day from unnest(?, ?) as wanted(kind, key) cross join lateral (
                select distinct on (origin) * from register.entry
                where kind = wanted.kind and key = wanted.key order by origin, position desc) latest
            where latest.stands order by latest.origin
            """;
    private static final String FORGET = """
            delete from register.row using unnest(?, ?) as wanted(kind, key)
            where row.kind = wanted.kind and row.key = wanted.key
            """;
    private static final String WRITE = """
            insert into register.row (kind, key, holder, from_day, until_day)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)
            """;

    private final Connection connection;

    RegisterTables(Connection connection) {
        this.connection = connection;
    }

    void add(List<Saying> sayings) throws SQLException {
        if (sayings.isEmpty()) {
            return;
        }
        execute(ADD, keys(sayings, Saying::key), List.of(
                array("text", sayings, Saying::eventId), array("int8", sayings, Saying::origin),
                array("int8", sayings, Saying::position), array("bool", sayings, each -> each.entry != null),
                array("text", sayings, each -> each.entry == null ? null : each.entry.holder()),
                array("date", sayings, each -> each.entry == null ? null : each.entry.on()),
                array("date", sayings, each -> each.entry == null ? null : each.entry.from()),
                array("date", sayings, each -> each.entry == null ? null : each.entry.until()),
                array("bool", sayings, each -> each.entry != null && each.entry.ends())));
    }

    List<Said> said(String original) throws SQLException {
        try (var select = connection.prepareStatement(SAID_OF)) {
            select.setString(1, original);
            try (var rows = select.executeQuery()) {
                var said = new ArrayList<Said>();
                while (rows.next()) {
                    said.add(new Said(key(rows), rows.getLong("origin")));
                }
                return said;
            }
        }
    }

    /** The place of an original that has said nothing so far. */
    long position(String original) throws SQLException {
        try (var select = connection.prepareStatement(POSITION)) {
            select.setString(1, original);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The entries that stand, of each key in the order of their original positions. */
    Map<RegisterKey, List<RegisterEntry>> standing(Collection<RegisterKey> keys) throws SQLException {
        var standing = new LinkedHashMap<RegisterKey, List<RegisterEntry>>();
        keys.forEach(key -> standing.put(key, new ArrayList<>()));
        try (var select = connection.prepareStatement(STANDING)) {
            bind(select, keys(List.copyOf(keys), Function.identity()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var key = key(rows);
                    Objects.requireNonNull(standing.get(key))
                            .add(new RegisterEntry(key.kind(), key.key(),
                                    rows.getString("holder"), rows.getObject("on_day", LocalDate.class),
                                    rows.getObject("from_day", LocalDate.class),
                                    rows.getObject("until_day", LocalDate.class), rows.getBoolean("ends")));
                }
            }
        }
        return standing;
    }

    /** Folds the rows of some keys anew from the entries that stand. */
    void fold(Collection<RegisterKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        var folded = new ArrayList<KeyRow>();
        standing(keys).forEach((key, entries) -> Rows.fold(entries)
                .forEach(row -> folded.add(new KeyRow(key, row))));
        execute(FORGET, keys(List.copyOf(keys), Function.identity()), List.of());
        execute(WRITE, keys(folded, KeyRow::key), List.of(array("text", folded, each -> each.row.holder()),
                array("date", folded, each -> each.row.from()),
                array("date", folded, each -> each.row.until())));
    }

    private static RegisterKey key(ResultSet row) throws SQLException {
        return new RegisterKey(Kind.valueOf(row.getString("kind")), row.getString("key"));
    }

    private <T> List<Array> keys(List<T> all, Function<T, RegisterKey> key) throws SQLException {
        return List.of(array("text", all, each -> key.apply(each).kind()),
                array("text", all, each -> key.apply(each).key()));
    }

    private <T> Array array(String type, List<T> all, Function<T, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, all.stream()
                .map(each -> Objects.toString(value.apply(each), null))
                .toArray());
    }

    private void execute(String sql, List<Array> keys, List<Array> more) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, keys);
            for (int i = 0; i < more.size(); i++) {
                statement.setArray(keys.size() + i + 1, more.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<Array> arrays) throws SQLException {
        for (int i = 0; i < arrays.size(); i++) {
            statement.setArray(i + 1, arrays.get(i));
        }
    }
}
