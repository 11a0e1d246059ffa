// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static java.util.function.Predicate.not;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import orgmemory.journal.Receipt;
import orgmemory.journal.append.Heads.Row;
import orgmemory.journal.append.Heads.StreamHead;
import orgmemory.journal.append.JournalInsert.NewAnswer;
import orgmemory.journal.append.PendingAppend.Encoded;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** The appender's own connection: what is known through it of the journal, and what a group reads and writes. */
final class JournalTables implements AutoCloseable {

    /** All appenders of a database take this lock, so that positions are in the order of commits. */
    static final long LOCK = 4_015_201_701L;

    private static final int ANSWER_LIMIT_MS = 30_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private static final String LOOK = """
            select pg_advisory_xact_lock(%d);
            select position, recorded_at from journal.event order by position desc limit 1;
            select 'stream' as kind, wanted.name, head.sequence as number, head.latest_day as day,
                   null as request_hash, null as stream, null as entity, null as event_id, 0 as position
            from unnest(?) as wanted(name) cross join lateral (
                select sequence, latest_day from journal.event
                where stream = wanted.name order by sequence desc limit 1) head
            union all
            select 'entity', wanted.name, head.entity_version, null, null, null, null, null, 0
            from unnest(?) as wanted(name) cross join lateral (
                select entity_version from journal.event
                where entity = wanted.name order by entity_version desc limit 1) head
            union all
            select 'claim', subject, 0, null, null, null, null, null, 0
            from journal.claim where subject = any(?)
            union all
            select 'answer', idempotency_key, entity_version, null, request_hash, stream, entity, event_id, position
            from journal.answer where idempotency_key = any(?)
            """
            .formatted(LOCK);

    private static final String HOLDS = """
            select pg_advisory_xact_lock(%d);
            select exists (select from journal.event where event_id = ?)
            """.formatted(LOCK);

    private final Connection connection;
    private final PreparedStatement look;
    private final JournalInsert insert;
    private final PreparedStatement holds;
    private Heads heads = new Heads();

    JournalTables(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setNetworkTimeout(SAME_THREAD, ANSWER_LIMIT_MS);
        planOnce(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        look = connection.prepareStatement(LOOK);
        insert = new JournalInsert(connection);
        holds = connection.prepareStatement(HOLDS);
    }

    /**
     * The statements never change and always go by an index, so their plans are made once. Left to itself the database
     * would plan anew for each length of the arrays, which costs more than running the plan.
     */
    private static void planOnce(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan; set enable_seqscan = off; "
                    + "set enable_bitmapscan = off; set jit = off");
        }
    }

    Connection connection() {
        return connection;
    }

    /** What is known of the journal, where that is all that a group has to be checked against; else null. */
    @Nullable
    Heads known(List<PendingAppend> group) {
        for (var append : group) {
            for (var event : append.events()) {
                if (!heads.knowsStream(event.stream()) || !heads.knowsEntity(event.entity())) {
                    return null;
                }
            }
        }
        heads.next();
        return heads;
    }

    /** Takes the lock and reads, after it is held, what the group has to be checked against and is not known yet. */
    Heads look(List<PendingAppend> group) throws SQLException {
        heads.next();
        if (!read(group)) {
            // Somebody else has appended: what was known is forgotten, and all is read under the lock that is held.
            read(group);
        }
        return heads;
    }

    /** Forgets what was admitted and then not committed. */
    void rollback() throws SQLException {
        heads = new Heads();
        connection.rollback();
    }

    /** False where somebody else has appended since. */
    private boolean read(List<PendingAppend> group) throws SQLException {
        var events = group.stream().flatMap(append -> append.events().stream()).toList();
        var lookups = List.of(texts(events.stream().map(Encoded::stream).filter(not(heads::knowsStream))),
                texts(events.stream().map(Encoded::entity).filter(not(heads::knowsEntity))),
                texts(events.stream().flatMap(event -> event.event().event().claims().stream())),
                texts(group.stream()
                        .map(append -> append.conditions().idempotencyKey())
                        .filter(Objects::nonNull)));
        for (int i = 0; i < lookups.size(); i++) {
            look.setArray(i + 1, connection.createArrayOf("text", lookups.get(i)));
        }
        look.execute();
        look.getMoreResults();
        try (var last = look.getResultSet()) {
            boolean any = last.next();
            var recorded = any ? last.getObject(2, OffsetDateTime.class).toInstant() : Instant.MIN;
            if (!heads.stillAt(any ? last.getLong(1) : 0, recorded)) {
                return false;
            }
        }
        look.getMoreResults();
        try (var rows = look.getResultSet()) {
            while (rows.next()) {
                keep(rows);
            }
        }
        return true;
    }

    /** See {@link JournalInsert#write}. */
    boolean insert(List<Row> rows, List<NewAnswer> answers, boolean commit) throws SQLException {
        return insert.write(rows, answers, commit);
    }

    /** Whether an event is there, once every appender that held the lock has come to its end. */
    boolean holds(String eventId) throws SQLException {
        holds.setString(1, eventId);
        holds.execute();
        holds.getMoreResults();
        try (var rows = holds.getResultSet()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    static StoredAnswer answer(ResultSet row) throws SQLException {
        return new StoredAnswer(row.getString("request_hash"),
                new Receipt(Subject.of(row.getString("stream")),
                        Subject.of(row.getString("entity")), row.getLong("number"), row.getString("event_id"),
                        row.getLong("position")));
    }

    private void keep(ResultSet row) throws SQLException {
        var name = row.getString("name");
        long number = row.getLong("number");
        switch (row.getString("kind")) {
            case "stream" -> heads.stream(Subject.of(name),
                    new StreamHead(number, row.getObject("day", LocalDate.class)));
            case "entity" -> heads.entity(Subject.of(name), number);
            case "claim" -> heads.claim(Subject.of(name));
            default -> heads.answer(name, answer(row));
        }
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).distinct().toArray(String[]::new);
    }
}
