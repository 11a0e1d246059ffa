// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import orgmemory.journal.Receipt;
import orgmemory.journal.append.Heads.Row;
import orgmemory.message.Subject;

/** Writes the rows of a group in one round trip: a parameter is a column of all its rows. */
final class JournalInsert {

    /** An answer that goes in with its append. */
    record NewAnswer(String idempotencyKey, String requestHash, Receipt receipt) {
    }

    private record Claim(Subject subject, String eventId) {
    }

    /** Nothing goes in where the journal has moved on from the position that the rows were given their places after. */
    private static final String TURN = """
            select pg_advisory_xact_lock(%d);
            with turn as (select where (select coalesce(max(position), 0) from journal.event) = ?
            """.formatted(JournalTables.LOCK);

    private static final String FREE = """
            and not exists (select from journal.claim where subject = any(?))
            and not exists (select from journal.answer where idempotency_key = any(?))
            """;

    /** In the list of columns arrays are unrolled side by side; as tables each would be stored before it is read. */
    private static final String EVENTS = """
            ), events as (
                insert into journal.event (recorded_at, position, event_id, stream, sequence, entity, entity_version,
                                           name, revision, occurred_on, latest_day, reorders, metadata, payload)
                select ?, unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                       unnest(?), unnest(?), unnest(?), unnest(?), unnest(?) from turn
            """;

    private static final String CLAIMS_AND_ANSWERS = """
            ), claims as (
                insert into journal.claim (subject, event_id) select unnest(?), unnest(?) from turn
            ), answers as (
                insert into journal.answer (idempotency_key, request_hash, stream, entity, entity_version, event_id,
                                            position)
                select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?) from turn
            """;

    /** What is announced is the last position; it is heard when the group has been committed. */
    private static final String ANNOUNCE = ") select pg_notify('journal', ?) from turn";

    private static final String ONLY_EVENTS = TURN + EVENTS + ANNOUNCE;
    private static final String EVERYTHING = TURN + FREE + EVENTS + CLAIMS_AND_ANSWERS + ANNOUNCE;
    private static final String COMMIT = "; commit";

    private final Connection connection;
    private final PreparedStatement onlyEvents;
    private final PreparedStatement everything;
    private final PreparedStatement onlyEventsAtLast;
    private final PreparedStatement everythingAtLast;
    private PreparedStatement insert;
    private int bound;

    JournalInsert(Connection connection) throws SQLException {
        this.connection = connection;
        this.onlyEvents = connection.prepareStatement(ONLY_EVENTS);
        this.everything = connection.prepareStatement(EVERYTHING);
        this.onlyEventsAtLast = connection.prepareStatement(ONLY_EVENTS + COMMIT);
        this.everythingAtLast = connection.prepareStatement(EVERYTHING + COMMIT);
        this.insert = everything;
    }

    /**
     * Takes the lock, writes and, where that is all, commits. False where nothing went in, since the journal has moved on
     * or a claim or a key is taken.
     */
    boolean write(List<Row> rows, List<NewAnswer> answers, boolean commit) throws SQLException {
        var claims = claims(rows);
        boolean more = !claims.isEmpty() || !answers.isEmpty();
        insert = commit ? more ? everythingAtLast : onlyEventsAtLast : more ? everything : onlyEvents;
        bound = 0;
        insert.setLong(++bound, rows.getFirst().event().position() - 1);
        if (more) {
            bind("text", claims, Claim::subject);
            bind("text", answers, NewAnswer::idempotencyKey);
        }
        bindEvents(rows);
        if (more) {
            bindClaims(claims);
            bindAnswers(answers);
        }
        insert.setString(++bound, Long.toString(rows.getLast().event().position()));
        insert.execute();
        insert.getMoreResults();
        try (var announced = insert.getResultSet()) {
            return announced.next();
        }
    }

    private void bindEvents(List<Row> rows) throws SQLException {
        insert.setObject(++bound, rows.getFirst().event().recordedAt().atOffset(ZoneOffset.UTC));
        bind("int8", rows, row -> row.event().position());
        bind("text", rows, row -> row.event().eventId());
        bind("text", rows, row -> row.event().stream());
        bind("int8", rows, row -> row.event().sequence());
        bind("text", rows, row -> row.event().entity());
        bind("int8", rows, row -> row.event().entityVersion());
        bind("text", rows, row -> row.event().name());
        bind("int4", rows, row -> row.event().revision());
        bind("date", rows, row -> row.event().envelope().occurredOn());
        bind("date", rows, Row::latestDay);
        bind("bool", rows, Row::reorders);
        bindBytes(rows, row -> row.bytes().metadata());
        bindBytes(rows, row -> row.bytes().payload());
    }

    private static List<Claim> claims(List<Row> rows) {
        return rows.stream()
                .map(Row::event)
                .flatMap(
                        stored -> stored.event().claims().stream().map(id -> new Claim(id, stored.eventId())))
                .toList();
    }

    private void bindClaims(List<Claim> claims) throws SQLException {
        bind("text", claims, Claim::subject);
        bind("text", claims, Claim::eventId);
    }

    private void bindAnswers(List<NewAnswer> answers) throws SQLException {
        bind("text", answers, NewAnswer::idempotencyKey);
        bind("text", answers, NewAnswer::requestHash);
        bind("text", answers, answer -> answer.receipt().stream());
        bind("text", answers, answer -> answer.receipt().entity());
        bind("int8", answers, answer -> answer.receipt().version());
        bind("text", answers, answer -> answer.receipt().after());
        bind("int8", answers, answer -> answer.receipt().position());
    }

    private <T> void bind(String type, List<T> rows, Function<T, Object> value) throws SQLException {
        insert.setArray(++bound, connection.createArrayOf(type,
                rows.stream().map(value).map(Object::toString).toArray(String[]::new)));
    }

    private void bindBytes(List<Row> rows, Function<Row, byte[]> value) throws SQLException {
        insert.setArray(++bound,
                connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new)));
    }
}
