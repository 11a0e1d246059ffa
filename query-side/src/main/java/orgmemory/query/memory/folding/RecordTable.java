// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.query.memory.history.Standings.Arrival;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.search.EventLexemes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record: every event, one row each. */
final class RecordTable {

    private static final String TARGET = """
            memory.record (position, event_id, stream, sequence, entity, entity_version, topic, name, revision,
            actor, capacity, on_behalf_of, attestation, story, causation, visibility, source_ref, language,
            command_id, recorded_at, recorded_max, occurred_on, fact_day, latest_day, corrects, subjects, payload,
            words, names, audience)""";

    private final JdbcClient sql;
    private final EventCodec codec;

    RecordTable(JdbcClient sql, EventCodec codec) {
        this.sql = sql;
        this.codec = codec;
    }

    /** Events after a position and up to another one. */
    List<StoredEvent> read(long after, long upTo, int limit) {
        return sql.sql("select " + RecordRow.COLUMNS
                + " from memory.record r where position > ? and position <= ? order by position limit ?")
                .params(after, upTo, limit)
                .query((row, number) -> RecordRow.stored(row, codec))
                .list();
    }

    /** Adds events, which come right after all that is there. */
    void append(Connection connection, List<Arrival> arrivals) throws SQLException {
        var record = new CopyText();
        var mentions = new CopyText();
        var heights = heights(arrivals.getFirst().stored().position() - 1);
        for (var arrival : arrivals) {
            heights = heights.with(arrival);
            var subjects = subjects(arrival);
            write(arrival, heights, subjects, record);
            for (var subject : subjects) {
                mentions.row(subject, arrival.stored().position());
            }
        }
        record.into(connection, TARGET);
        mentions.into(connection, "memory.mention (subject, position)");
    }

    private void write(Arrival arrival, Heights heights, Set<Subject> subjects, CopyText row) {
        var stored = arrival.stored();
        var envelope = stored.envelope();
        var storedAs = codec.storedAs(stored.event());
        var payload = new String(codec.encode(stored.event()), StandardCharsets.UTF_8);
        var corrects = arrival.corrects() == null ? null : (Long) arrival.corrects().position();
        row.row(stored.position(), stored.eventId(), stored.stream(), stored.sequence(), stored.entity(),
                stored.entityVersion(), topic(storedAs.value()), storedAs.value(), storedAs.revision(),
                envelope.actor(), envelope.capacity(), envelope.onBehalfOf(), envelope.attestation(),
                envelope.story(), envelope.causation(), envelope.visibility(), envelope.sourceRef(),
                envelope.language(), envelope.commandId(), stored.recordedAt(), heights.recorded(),
                envelope.occurredOn(), factDay(arrival), heights.day(), corrects, subjects, payload,
                EventLexemes.vector(stored.event(), right(arrival), subjects, envelope), names(arrival),
                Audience.of(envelope.visibility()));
    }

    private static String topic(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static @Nullable LocalDate factDay(Arrival arrival) {
        var step = arrival.step();
        return step == null || step.after() == null ? null : step.after().day();
    }

    private static Set<Subject> subjects(Arrival arrival) {
        var subjects = new LinkedHashSet<>(arrival.stored().event().subjects());
        if (arrival.corrects() != null) {
            subjects.addAll(arrival.corrects().event().subjects());
            var step = arrival.step();
            if (step != null && step.before() != null) {
                subjects.addAll(step.before().event().subjects());
            }
            if (step != null && step.after() != null) {
                subjects.addAll(step.after().event().subjects());
            }
        }
        return subjects;
    }

    /** Of a correction what holds from here on; null for any other event, and for an annulment. */
    private static @Nullable Event right(Arrival arrival) {
        var step = arrival.step();
        return arrival.corrects() == null || step == null || step.after() == null
                ? null
                : step.after().event();
    }

    private static @Nullable String names(Arrival arrival) {
        var event = arrival.stored().event();
        return EventLexemes.names(event instanceof CorrectionEvent ? right(arrival) : event);
    }

    private Heights heights(long position) {
        return sql.sql("select recorded_max, latest_day from memory.record where position = ?")
                .param(position)
                .query((row, number) -> new Heights(
                        row.getObject("recorded_max", OffsetDateTime.class).toInstant(),
                        row.getObject("latest_day", LocalDate.class)))
                .optional()
                .orElse(new Heights(null, null));
    }

    /** The latest time of recording, and the latest day of any fact, so far. */
    private record Heights(@Nullable Instant recorded, @Nullable LocalDate day) {

        private Heights with(Arrival arrival) {
            var stored = arrival.stored();
            var now = recorded == null || stored.recordedAt().isAfter(recorded)
                    ? stored.recordedAt()
                    : recorded;
            var fact = Objects.requireNonNullElse(factDay(arrival),
                    day == null ? stored.envelope().occurredOn() : day);
            return new Heights(now, day == null || fact.isAfter(day) ? fact : day);
        }
    }
}
