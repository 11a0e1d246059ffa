// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Feed;
import orgmemory.journal.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.history.Standings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Moves the whole memory on, a batch at a time: record, all views and the position in one transaction. Made anew after any
 * failure, since it keeps at hand what it has folded.
 */
final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    /** What is folded beside is switched to when it lacks no more than this. */
    static final int NEAR = 1_000;

    private final Connection connection;
    private final JdbcClient sql;
    private final Feed feed;
    private final Views views;
    private final EventCodec codec;
    private final Arrivals arrivals;
    private final int size;
    private final ViewTable table;
    private final RecordTable record;
    private final Standings standings;
    private final Map<Integer, ViewFold> folds = new HashMap<>();
    private long position;

    /** On a connection whose session holds the lead. */
    Batches(Connection connection, Feed feed, Views views, EventCodec codec, Arrivals arrivals, int size) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.feed = feed;
        this.views = views;
        this.codec = codec;
        this.arrivals = arrivals;
        this.size = size;
        this.table = new ViewTable(sql);
        this.record = new RecordTable(sql, codec);
        this.standings = new Standings(codec, ids -> StoredTables.standing(sql, codec, ids, position));
    }

    /** Finds where the memory stands, and brings the kept views in line with the program's. */
    void open() throws SQLException {
        Transaction.run(connection, () -> {
            position = sql.sql("select position from memory.progress").query(Long.class).single();
            table.declare(views, position);
            table.startClock();
        });
        if (feed.head() < position) {
            throw new IllegalStateException("The memory stands at " + position + ", but the journal ends at "
                    + feed.head() + ": it belongs to another journal; fold it anew from zero.");
        }
    }

    long position() {
        return position;
    }

    /** Moves on by at most one batch; false where there is nothing to do. */
    boolean next() throws SQLException {
        var events = feed.read(position, size);
        refuseGaps(events);
        var rows = table.all();
        var beside = rows.stream()
                .filter(row -> row.status() == Status.FOLDING && row.isFoldedBy(views)
                        && position - row.position() <= NEAR)
                .toList();
        if (events.isEmpty() && beside.isEmpty()) {
            return false;
        }
        long head = position + events.size();
        Transaction.run(connection, () -> {
            advance(head);
            if (!events.isEmpty()) {
                fold(events, rows, head);
            }
            for (var row : beside) {
                switchOver(row, head);
            }
        });
        position = head;
        arrivals.moved();
        return true;
    }

    private void refuseGaps(List<StoredEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).position() != position + i + 1) {
                throw new IllegalStateException(
                        "After position " + (position + i) + " the journal goes on at "
                                + events.get(i).position());
            }
        }
    }

    private void advance(long head) {
        int moved = sql.sql("update memory.progress set position = ? where position = ?")
                .params(head, position)
                .update();
        if (moved != 1) {
            throw new LeadLost("Another process has moved the memory on from " + position);
        }
    }

    private void fold(List<StoredEvent> events, List<ViewRow> rows, long head) throws SQLException {
        var arrived = standings.follow(events);
        record.append(connection, arrived);
        var steps = ViewFold.steps(arrived);
        var moved = new ArrayList<Integer>();
        for (var row : rows) {
            if (row.status() == Status.LIVE && row.isFoldedBy(views)) {
                var folded = folds.computeIfAbsent(row.id(), id -> fold(row)).fold(position, steps);
                if (folded.error() == null) {
                    moved.add(row.id());
                } else {
                    broke(row, folded.brokenAt(), folded.error());
                }
            }
        }
        table.moved(moved, head);
    }

    private void switchOver(ViewRow row, long head) throws SQLException {
        var held = table.hold(row).findFirst();
        if (held.isEmpty()) {
            return;
        }
        var fold = fold(row);
        long at = held.get().position();
        while (at < head) {
            var progress = fold.foldRecord(record, at, head, NEAR);
            var error = progress.folded().error();
            if (error != null) {
                broke(row, progress.folded().brokenAt(), error);
                return;
            }
            at = progress.position();
        }
        table.switchTo(row, head);
        folds.put(row.id(), fold);
        LOG.info("{} is read in its version {} from position {} on", row.name(), row.version(), head);
    }

    private ViewFold fold(ViewRow row) {
        return new ViewFold(connection, sql, codec, views.named(row.name()), row.id());
    }

    private void broke(ViewRow row, long brokenAt, RuntimeException error) {
        LOG.error("{} broke at position {} and is not read until it is folded anew", row.name(), brokenAt,
                error);
        table.broke(row, brokenAt, String.valueOf(error.getMessage()));
    }
}
