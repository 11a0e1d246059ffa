// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import orgmemory.benchmark.Callers.Outcome;
import orgmemory.journal.Database;
import orgmemory.message.Ids;

/**
 * How many such events PostgreSQL itself makes durable, with nothing around it: rows of the same bytes into a table like the
 * journal's, in groups as large as there are callers, each in one round trip, one after the other. No journal that commits
 * in one order can do more with the same table.
 */
final class BareInsert implements AutoCloseable {

    private static final byte[] METADATA = """
            {"actor":"person/BST","capacity":"BST","attestation":"SELF","occurredOn":"2016-11-20",\
            "visibility":"INSTITUTE","language":"he","commandId":"0199c3a1-1111-7222-8333-944455556666"}"""
            .getBytes(UTF_8);
    private static final byte[] PAYLOAD = """
            {"yearId":"Y12","amountAgorot":1000123,"source":"the ministry's letter","confidence":"likely"}"""
            .getBytes(UTF_8);
    private static final String INSERT = """
            insert into journal.event (recorded_at, name, revision, occurred_on, latest_day, reorders, position, event_id,
                                       stream, sequence, entity, entity_version, metadata, payload)
            select now(), 'budget.revenue-forecast-recorded', 1, date '2016-11-20', date '2016-11-20', false,
                   unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)
            """;

    private final HikariDataSource pool;
    private long position;

    BareInsert(HikariDataSource pool) {
        this.pool = pool;
        Database.prepare(pool, "journal");
    }

    Outcome run(int rows, Duration time, ProcessHandle postmaster) throws SQLException {
        try (var connection = pool.getConnection(); var insert = connection.prepareStatement(INSERT)) {
            var before = Cpu.now(postmaster);
            var start = Instant.now();
            long first = position;
            while (Duration.between(start, Instant.now()).compareTo(time) < 0) {
                bind(connection, insert, rows);
                insert.executeUpdate();
                position += rows;
            }
            return new Outcome(position - first, Duration.between(start, Instant.now()).toNanos() / 1e9,
                    Cpu.now(postmaster).since(before));
        }
    }

    private void bind(Connection connection, PreparedStatement insert, int rows) throws SQLException {
        IntFunction<Object> place = row -> position + row + 1;
        IntFunction<Object> step = row -> (position + row) / Callers.AGGREGATES;
        IntFunction<Object> stream = row -> "budget-year/Y" + (position + row) % Callers.AGGREGATES;
        bind(connection, insert, 1, "int8", rows, place);
        bind(connection, insert, 2, "text", rows, row -> Ids.make());
        bind(connection, insert, 3, "text", rows, stream);
        bind(connection, insert, 4, "int8", rows, step);
        bind(connection, insert, 5, "text", rows, stream);
        bind(connection, insert, 6, "int8", rows, row -> (position + row) / Callers.AGGREGATES + 1);
        bind(connection, insert, 7, METADATA, rows);
        bind(connection, insert, 8, PAYLOAD, rows);
    }

    private static void bind(Connection connection, PreparedStatement insert, int index, String type,
            int rows,
            IntFunction<Object> value) throws SQLException {
        insert.setArray(index,
                connection.createArrayOf(type, IntStream.range(0, rows).mapToObj(value).toArray()));
    }

    private static void bind(Connection connection, PreparedStatement insert, int index, byte[] value,
            int rows)
            throws SQLException {
        insert.setArray(index,
                connection.createArrayOf("bytea", Collections.nCopies(rows, value).toArray(byte[][]::new)));
    }

    @Override
    public void close() {
        pool.close();
    }
}
