// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import orgmemory.journal.EventCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.history.FactChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds views from the record beside those that are read, until they lack so little that the processor switches to them;
 * then removes what they replaced. Views that stand at the same position go on together, so that the record is read once for
 * all. Each piece is a transaction with its position, so a stop loses nothing.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PIECE = 5_000;

    private final Connection connection;
    private final JdbcClient sql;
    private final Views views;
    private final EventCodec codec;
    private final ViewTable table;
    private final RecordAhead record;
    private final Map<Integer, ViewFold> folds = new HashMap<>();

    /** @param dataSource to read ahead from while the connection folds */
    Rebuild(Connection connection, DataSource dataSource, Views views, EventCodec codec) {
        this(connection, dataSource, views, codec, PIECE);
    }

    /** @param piece events a transaction */
    Rebuild(Connection connection, DataSource dataSource, Views views, EventCodec codec, int piece) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.views = views;
        this.codec = codec;
        this.table = new ViewTable(sql);
        this.record = new RecordAhead(dataSource, codec, piece);
    }

    /** Does a piece of what there is to do; false where there is nothing. */
    boolean next() throws SQLException {
        long head = sql.sql("select position from memory.progress").query(Long.class).single();
        var rows = table.all();
        var behind = rows.stream().filter(row -> isBehind(row, head)).toList();
        if (!behind.isEmpty()) {
            foldHindmost(behind, head);
            return true;
        }
        var retired = rows.stream().filter(row -> row.status() == Status.RETIRED).findFirst();
        if (retired.isPresent()) {
            folds.remove(retired.get().id());
            Transaction.run(connection, () -> table.remove(retired.get()));
        }
        return retired.isPresent();
    }

    private boolean isBehind(ViewRow row, long head) {
        return row.status() == Status.FOLDING && row.isFoldedBy(views)
                && row.position() + Batches.NEAR < head;
    }

    /** Folds a piece of the views that lack most, at most to where the next ones stand. */
    private void foldHindmost(List<ViewRow> behind, long head) throws SQLException {
        long from = behind.stream().mapToLong(ViewRow::position).min().orElseThrow();
        long upTo = behind.stream().mapToLong(ViewRow::position).filter(at -> at > from).min().orElse(head);
        var events = record.read(from, upTo);
        long reached = events.getLast().position();
        Transaction.run(connection, () -> {
            var steps = ViewFold.steps(sql, codec, from, events);
            for (var row : behind) {
                if (row.position() == from) {
                    fold(row, steps, reached);
                }
            }
        });
    }

    private void fold(ViewRow row, List<FactChange> steps, long reached) throws SQLException {
        var folded = folds
                .computeIfAbsent(row.id(),
                        id -> new ViewFold(connection, sql, codec, views.named(row.name()), id))
                .fold(row.position(), steps);
        table.moved(row, reached);
        var error = folded.error();
        if (error != null) {
            LOG.error("{} broke at position {} while it was folded anew", row.name(), folded.brokenAt(),
                    error);
            table.broke(row, folded.brokenAt(), String.valueOf(error.getMessage()));
        }
    }
}
