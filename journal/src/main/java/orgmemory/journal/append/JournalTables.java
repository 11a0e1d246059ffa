// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import orgmemory.journal.Receipt;
import orgmemory.journal.append.Heads.Row;
import orgmemory.journal.append.Heads.StreamHead;
import orgmemory.message.Subject;

/** The appender's own connection: what a group reads and writes, in two round trips and a commit. */
final class JournalTables implements AutoCloseable {

    /** All appenders of a database take this lock, so that positions are in the order of commits. */
    static final long LOCK = 4_015_201_701L;

    private static final int ANSWER_LIMIT_MS = 30_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private static final String LOOK = """
            select pg_advisory_xact_lock(%d);
            select 'position' as kind, '' as name, coalesce(max(position), 0) as number, null::date as day,
                   null as request_hash, null as stream, null as entity, null as event_id, 0 as position
            from journal.event
            union all
            select 'stream', wanted.name, head.sequence, head.latest_day, null, null, null, null, 0
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

    private static final String INSERT = """
            insert into journal.event (recorded_at, position, event_id, stream, sequence, entity, entity_version, name,
                                       revision, occurred_on, latest_day, reorders, metadata, payload)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
            insert into journal.claim (subject, event_id) select * from unnest(?, ?);
            insert into journal.answer (idempotency_key, request_hash, stream, entity, entity_version, event_id, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?);
            select pg_notify('journal', ?)
            """;

    private static final String HOLDS = """
            select pg_advisory_xact_lock(%d);
            select exists (select from journal.event where event_id = ?)
            """.formatted(LOCK);

    private record Claim(Subject subject, String eventId) {
    }

    /** An answer that goes in with its append. */
    record NewAnswer(String idempotencyKey, String requestHash, Receipt receipt) {
    }

    private final Connection connection;
    private final PreparedStatement look;
    private final PreparedStatement insert;
    private final PreparedStatement holds;

    JournalTables(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setNetworkTimeout(SAME_THREAD, ANSWER_LIMIT_MS);
        look = connection.prepareStatement(LOOK);
        insert = connection.prepareStatement(INSERT);
        holds = connection.prepareStatement(HOLDS);
    }

    Connection connection() {
        return connection;
    }

    /** Takes the lock and reads, after it is held, what the group has to be checked against. */
    Heads look(List<PendingAppend> group) throws SQLException {
        Set<Subject> streams = new LinkedHashSet<>();
        Set<Subject> entities = new LinkedHashSet<>();
        Set<Subject> claims = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        for (var append : group) {
            append.events().forEach(event -> {
                streams.add(event.stream());
                entities.add(event.entity());
                claims.addAll(event.event().event().claims());
            });
            var key = append.terms().idempotencyKey();
            if (key != null) {
                keys.add(key);
            }
        }
        look.setArray(1, texts(streams));
        look.setArray(2, texts(entities));
        look.setArray(3, texts(claims));
        look.setArray(4, texts(keys));
        look.execute();
        look.getMoreResults();
        var heads = new Heads();
        try (var rows = look.getResultSet()) {
            while (rows.next()) {
                read(rows, heads);
            }
        }
        return heads;
    }

    /** Writes everything of a group at once and says so to whoever listens, when it is committed. */
    void insert(List<Row> rows, List<NewAnswer> answers) throws SQLException {
        var recordedAt = rows.getFirst().event().recordedAt();
        insert.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
        int at = 2;
        at = column(at, "int8", rows, row -> row.event().position());
        at = column(at, "text", rows, row -> row.event().eventId());
        at = column(at, "text", rows, row -> row.event().stream());
        at = column(at, "int8", rows, row -> row.event().sequence());
        at = column(at, "text", rows, row -> row.event().entity());
        at = column(at, "int8", rows, row -> row.event().entityVersion());
        at = column(at, "text", rows, row -> row.event().name());
        at = column(at, "int4", rows, row -> row.event().revision());
        at = column(at, "date", rows, row -> row.event().envelope().occurredOn());
        at = column(at, "date", rows, Row::latestDay);
        at = column(at, "bool", rows, Row::reorders);
        insert.setArray(at++, bytes(rows, row -> row.bytes().metadata()));
        insert.setArray(at++, bytes(rows, row -> row.bytes().payload()));
        var claims = rows.stream()
                .map(Row::event)
                .flatMap(
                        stored -> stored.event().claims().stream().map(id -> new Claim(id, stored.eventId())))
                .toList();
        at = column(at, "text", claims, Claim::subject);
        at = column(at, "text", claims, Claim::eventId);
        at = column(at, "text", answers, NewAnswer::idempotencyKey);
        at = column(at, "text", answers, NewAnswer::requestHash);
        at = column(at, "text", answers, answer -> answer.receipt().stream());
        at = column(at, "text", answers, answer -> answer.receipt().entity());
        at = column(at, "int8", answers, answer -> answer.receipt().version());
        at = column(at, "text", answers, answer -> answer.receipt().after());
        at = column(at, "int8", answers, answer -> answer.receipt().position());
        insert.setString(at, Long.toString(rows.getLast().event().position()));
        insert.execute();
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

    private static void read(ResultSet row, Heads heads) throws SQLException {
        var name = row.getString("name");
        long number = row.getLong("number");
        switch (row.getString("kind")) {
            case "position" -> heads.position(number);
            case "stream" -> heads.stream(Subject.of(name),
                    new StreamHead(number, row.getObject("day", LocalDate.class)));
            case "entity" -> heads.entity(Subject.of(name), number);
            case "claim" -> heads.claim(Subject.of(name));
            default -> heads.answer(name, answer(row));
        }
    }

    private <T> int column(int at, String type, List<T> rows, Function<T, Object> value) throws SQLException {
        insert.setArray(at, connection.createArrayOf(type,
                rows.stream().map(value).map(Object::toString).toArray(String[]::new)));
        return at + 1;
    }

    private Array bytes(List<Row> rows, Function<Row, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    private Array texts(Set<?> values) throws SQLException {
        return connection.createArrayOf("text", values.stream().map(Object::toString).toArray(String[]::new));
    }
}
