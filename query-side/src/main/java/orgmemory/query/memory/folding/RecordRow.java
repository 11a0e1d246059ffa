// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/** Reads rows of the record back as events. */
public final class RecordRow {

    /** What the readers here need of a row, under the alias r. */
    public static final String COLUMNS = """
            r.position, r.event_id, r.stream, r.sequence, r.entity, r.entity_version, r.name, r.revision,
            r.recorded_at, r.actor, r.capacity, r.on_behalf_of, r.attestation, r.occurred_on, r.story,
            r.causation, r.visibility, r.source_ref, r.language, r.command_id, r.payload""";

    private RecordRow() {
    }

    static StoredEvent stored(ResultSet row, EventCodec codec) throws SQLException {
        return new StoredEvent(row.getLong("position"), row.getString("event_id"),
                Subject.of(row.getString("stream")), row.getLong("sequence"),
                Subject.of(row.getString("entity")), row.getLong("entity_version"), row.getString("name"),
                row.getInt("revision"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                envelope(row), event(row, codec));
    }

    public static Fact fact(ResultSet row, EventCodec codec) throws SQLException {
        return new Fact(row.getLong("position"), row.getString("event_id"), envelope(row),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(), event(row, codec));
    }

    static Event event(String name, int revision, String payload, EventCodec codec) {
        return codec.decode(name, revision, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Event event(ResultSet row, EventCodec codec) throws SQLException {
        return event(row.getString("name"), row.getInt("revision"), row.getString("payload"), codec);
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(Subject.of(row.getString("actor")), Capacity.valueOf(row.getString("capacity")),
                subject(row.getString("on_behalf_of")), Attestation.valueOf(row.getString("attestation")),
                row.getObject("occurred_on", LocalDate.class), subject(row.getString("story")),
                row.getString("causation"), Visibility.of(row.getString("visibility")),
                row.getString("source_ref"), Language.valueOf(row.getString("language")),
                row.getString("command_id"));
    }

    private static @Nullable Subject subject(@Nullable String text) {
        return text == null ? null : Subject.of(text);
    }
}
