// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import orgmemory.message.Envelope;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import tools.jackson.core.type.TypeReference;

/** Reads what has been recorded, as it was recorded: corrections stand beside what they correct. */
public final class Journal {

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {
    };
    private static final String SELECT = """
            select position, event_id, stream, sequence, entity, entity_version, name, revision, recorded_at,
                   metadata, payload
            from journal.event
            """;

    private final DataSource dataSource;
    private final EventCodec codec;

    public Journal(DataSource dataSource, EventCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    /** All events of a stream, by sequence. */
    public List<StoredEvent> stream(Subject stream) {
        return stream(stream, 0);
    }

    /** The events of a stream from a sequence on. */
    public List<StoredEvent> stream(Subject stream, long fromSequence) {
        return events("where stream = ? and sequence >= ? order by sequence", stream.toString(),
                fromSequence);
    }

    /** The facts of a stream as they stand now, in the order of facts. */
    public List<StoredEvent> standing(Subject stream) {
        return Standing.ofStored(stream(stream), codec);
    }

    public Optional<StoredEvent> event(String eventId) {
        return events("where event_id = ?", eventId).stream().findFirst();
    }

    /** What has happened to an entity since it had a version: the answer to a stale {@code If-Match}. */
    public List<StoredEvent> entitySince(Subject entity, long version) {
        return events("where entity = ? and entity_version > ? order by entity_version", entity.toString(),
                version);
    }

    /** At most {@code limit} events after a position, in order. */
    public List<StoredEvent> after(long position, int limit) {
        return events("where position > ? order by position limit ?", position, limit);
    }

    /** How many events an entity has; 0 for none. */
    public long version(Subject entity) {
        return number("select max(entity_version) from journal.event where entity = ?", entity.toString())
                .orElse(0);
    }

    /** The sequence of a stream's last event; empty where there is no such stream. */
    public OptionalLong lastSequence(Subject stream) {
        return number("select max(sequence) from journal.event where stream = ?", stream.toString());
    }

    /** The latest day that any fact of a stream has had so far; empty where there is no such stream. */
    public Optional<LocalDate> latestDay(Subject stream) {
        return first("select latest_day from journal.event where stream = ? order by sequence desc limit 1",
                LocalDate.class, stream.toString());
    }

    /** The last position, 0 when nothing has been recorded. */
    public long head() {
        return number("select max(position) from journal.event").orElse(0);
    }

    /** When the last event was recorded; empty when nothing has been. */
    public Optional<Instant> lastRecorded() {
        return first("select recorded_at from journal.event order by position desc limit 1",
                OffsetDateTime.class).map(OffsetDateTime::toInstant);
    }

    /** The value of a setting; empty where none was ever given. */
    public Optional<String> setting(String key) {
        return first("select value from journal.setting where key = ?", String.class, key);
    }

    /** The value that was given when the setting was first asked for; it never changes afterwards. */
    public String setting(String key, String first) {
        var sql = """
                with given as (insert into journal.setting values (?, ?) on conflict do nothing returning value)
                select value from given union all select value from journal.setting where key = ?
                """;
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            bind(statement, key, first, key);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : setting(key, first);
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("A setting could not be read", failure);
        }
    }

    /** The envelope in the form in which it is stored. */
    public static byte[] metadataBytes(Envelope envelope) {
        return Json.mapper().writeValueAsString(envelope.toMetadata()).getBytes(StandardCharsets.UTF_8);
    }

    private <T> Optional<T> first(String sql, Class<T> type, Object... values) {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, type)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("The journal could not be read", failure);
        }
    }

    private OptionalLong number(String sql, Object... values) {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                rows.next();
                long number = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("The journal could not be read", failure);
        }
    }

    private List<StoredEvent> events(String condition, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + condition)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var events = new ArrayList<StoredEvent>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("The journal could not be read", failure);
        }
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        var name = row.getString("name");
        int revision = row.getInt("revision");
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        Map<String, String> metadata = Json.mapper().readValue(row.getBytes("metadata"), METADATA);
        return new StoredEvent(row.getLong("position"), row.getString("event_id"),
                Subject.of(row.getString("stream")), row.getLong("sequence"),
                Subject.of(row.getString("entity")),
                row.getLong("entity_version"), name, revision, recordedAt, Envelope.of(metadata),
                codec.decode(name, revision, row.getBytes("payload")));
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
