// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.query.memory.View;
import orgmemory.query.memory.history.Fold;
import orgmemory.query.memory.history.Folded;
import orgmemory.query.memory.history.Standings;
import orgmemory.query.memory.history.Standings.Arrival;
import orgmemory.query.memory.history.FactChange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One kept view at work on one connection. */
final class ViewFold {

    private final Connection connection;
    private final JdbcClient sql;
    private final EventCodec codec;
    private final int id;
    private final StoredTables kept;
    private final Fold<?> fold;

    ViewFold(Connection connection, JdbcClient sql, EventCodec codec, View<?> view, int id) {
        this.connection = connection;
        this.sql = sql;
        this.codec = codec;
        this.id = id;
        this.kept = new StoredTables(sql, codec, id);
        this.fold = new Fold<>(view, kept);
    }

    /** Folds and writes events that come right after the position where the view stands. */
    Folded fold(long standsAt, List<FactChange> steps) throws SQLException {
        kept.standsAt(standsAt);
        var folded = fold.fold(steps);
        VersionTables.write(connection, id, folded);
        return folded;
    }

    /** Folds and writes at most so many events of the record, from where the view stands. Nothing where it is there. */
    Progress foldRecord(RecordTable record, long standsAt, long upTo, int limit) throws SQLException {
        var events = record.read(standsAt, upTo, limit);
        if (events.isEmpty()) {
            return new Progress(standsAt, new Folded());
        }
        return new Progress(events.getLast().position(),
                fold(standsAt, steps(sql, codec, standsAt, events)));
    }

    /** How far it came, and what was folded. */
    record Progress(long position, Folded folded) {
    }

    /** What events of the record change, which come right after a position. */
    static List<FactChange> steps(JdbcClient sql, EventCodec codec, long standsAt, List<StoredEvent> events) {
        return steps(
                new Standings(codec, ids -> StoredTables.standing(sql, codec, ids, standsAt)).follow(events));
    }

    static List<FactChange> steps(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(Arrival::step)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
