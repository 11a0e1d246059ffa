// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orgmemory.command.register.Entry.Kind;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import org.jspecify.annotations.Nullable;

/**
 * Writes the register in the commit of the events it follows from. Entries are only added, corrections included; the rows
 * of a key that something was said of are folded anew.
 */
public final class RegisterWriter implements AppendCompanion {

    private static final String ADD = """
            insert into register.entry (kind, key, event_id, origin, position, stands, holder, from_day, until_day)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SAID_OF = """
            select distinct kind, key, origin from register.entry where event_id = ?
            """;
    private static final String STANDING = """
            select holder, from_day, until_day from (
                select distinct on (origin) * from register.entry where kind = ? and key = ?
                order by origin, position desc) latest
            where stands order by origin
            """;

    private final EventCodec codec;

    public RegisterWriter(EventCodec codec) {
        this.codec = codec;
    }

    private record Key(Kind kind, String key) {
    }

    private record Said(Key key, long origin) {
    }

    @Override
    public void write(Connection connection, List<StoredEvent> events) throws SQLException {
        var touched = new LinkedHashSet<Key>();
        for (var stored : events) {
            switch (stored.event()) {
                case RecordCorrected right -> touched.addAll(replace(connection, right.eventId(), stored,
                        Entry.registers(codec.decode(right.name(), right.revision(), right.replacement()),
                                right.occurredOn())));
                case RecordAnnulled annulled -> touched
                        .addAll(replace(connection, annulled.eventId(), stored, List.of()));
                default -> touched.addAll(add(connection, stored.eventId(), stored.position(), stored,
                        Entry.registers(stored.event(), stored.envelope().occurredOn())));
            }
        }
        for (var key : touched) {
            fold(connection, key);
        }
    }

    @Override
    public boolean concerns(List<StoredEvent> events) {
        return events.stream()
                .anyMatch(stored -> stored.event() instanceof CorrectionEvent
                        || !Entry.registers(stored.event(), stored.envelope().occurredOn()).isEmpty());
    }

    /** What was said of the original is taken back unless it is said again, then at the original's place. */
    private static Set<Key> replace(Connection connection, String original, StoredEvent correction,
            List<Entry> entries) throws SQLException {
        var said = said(connection, original);
        if (said.isEmpty()) {
            // Events of this kind say nothing to the register, whatever they are corrected to.
            return Set.of();
        }
        long origin = said.getFirst().origin;
        var touched = add(connection, original, origin, correction, entries);
        for (var earlier : said) {
            if (touched.add(earlier.key)) {
                insert(connection, earlier.key, original, origin, correction.position(), null);
            }
        }
        return touched;
    }

    private static Set<Key> add(Connection connection, String eventId, long origin, StoredEvent sayer,
            List<Entry> entries) throws SQLException {
        var touched = new LinkedHashSet<Key>();
        for (var entry : entries) {
            var key = new Key(entry.kind(), entry.key());
            insert(connection, key, eventId, origin, sayer.position(), entry);
            touched.add(key);
        }
        return touched;
    }

    private static void insert(Connection connection, Key key, String eventId, long origin, long position,
            @Nullable Entry entry) throws SQLException {
        try (var insert = connection.prepareStatement(ADD)) {
            bind(insert, key.kind.name(), key.key, eventId, origin, position, entry != null,
                    entry == null ? null : entry.holder(), entry == null ? null : entry.from(),
                    entry == null ? null : entry.until());
            insert.executeUpdate();
        }
    }

    private static List<Said> said(Connection connection, String original) throws SQLException {
        try (var select = connection.prepareStatement(SAID_OF)) {
            bind(select, original);
            try (var rows = select.executeQuery()) {
                var said = new ArrayList<Said>();
                while (rows.next()) {
                    said.add(new Said(new Key(Kind.valueOf(rows.getString(1)), rows.getString(2)),
                            rows.getLong(3)));
                }
                return said;
            }
        }
    }

    private static void fold(Connection connection, Key key) throws SQLException {
        var rows = Rows.fold(standing(connection, key));
        try (var delete = connection
                .prepareStatement("delete from register.row where kind = ? and key = ?")) {
            bind(delete, key.kind.name(), key.key);
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement("insert into register.row values (?, ?, ?, ?, ?)")) {
            for (var row : rows) {
                bind(insert, key.kind.name(), key.key, row.holder(), row.from(), row.until());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Entry> standing(Connection connection, Key key) throws SQLException {
        try (var select = connection.prepareStatement(STANDING)) {
            bind(select, key.kind.name(), key.key);
            try (var rows = select.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (rows.next()) {
                    entries.add(entry(key, rows));
                }
                return entries;
            }
        }
    }

    private static Entry entry(Key key, ResultSet row) throws SQLException {
        return new Entry(key.kind, key.key, row.getString(1), row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
