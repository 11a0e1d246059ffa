// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import orgmemory.journal.EventCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds views from the record beside those that are read, until they lack so little that the processor switches to them;
 * then removes what they replaced. Each piece is a transaction with its position, so a stop loses nothing.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PIECE = 10_000;

    private final Connection connection;
    private final JdbcClient sql;
    private final Views views;
    private final EventCodec codec;
    private final int piece;
    private final ViewTable table;
    private final RecordTable record;
    private final Map<Integer, ViewFold> folds = new HashMap<>();

    Rebuild(Connection connection, Views views, EventCodec codec) {
        this(connection, views, codec, PIECE);
    }

    /** @param piece events a transaction */
    Rebuild(Connection connection, Views views, EventCodec codec, int piece) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.views = views;
        this.codec = codec;
        this.piece = piece;
        this.table = new ViewTable(sql);
        this.record = new RecordTable(sql, codec);
    }

    /** Does a piece of what there is to do; false where there is nothing. */
    boolean next() throws SQLException {
        long head = sql.sql("select position from memory.progress").query(Long.class).single();
        for (var row : table.all()) {
            boolean lacksMuch = row.position() + Batches.NEAR < head;
            if (row.status() == Status.FOLDING && row.isFoldedBy(views) && lacksMuch) {
                Transaction.run(connection, () -> fold(row, head));
                return true;
            }
            if (row.status() == Status.RETIRED) {
                folds.remove(row.id());
                Transaction.run(connection, () -> table.remove(row));
                return true;
            }
        }
        return false;
    }

    private void fold(ViewRow row, long head) throws SQLException {
        var fold = folds.computeIfAbsent(row.id(),
                id -> new ViewFold(connection, sql, codec, views.named(row.name()), id));
        var progress = fold.foldRecord(record, row.position(), head, piece);
        table.moved(row, progress.position());
        var error = progress.folded().error();
        if (error != null) {
            LOG.error("{} broke at position {} while it was folded anew", row.name(),
                    progress.folded().brokenAt(), error);
            table.broke(row, progress.folded().brokenAt(), String.valueOf(error.getMessage()));
        }
    }
}
