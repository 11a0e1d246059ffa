// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the record in pieces, and the next piece over a connection of its own while this one is folded. */
final class RecordAhead {

    private final RecordTable record;
    private final int size;
    private @Nullable Piece next;

    /** @param size events a piece */
    RecordAhead(DataSource dataSource, EventCodec codec, int size) {
        this.record = new RecordTable(JdbcClient.create(dataSource), codec);
        this.size = size;
    }

    private record Piece(long after, CompletableFuture<List<StoredEvent>> events) {
    }

    /** Events after a position that are in the record for good, and up to another one. */
    List<StoredEvent> read(long after, long upTo) {
        var ahead = next;
        var piece = ahead != null && ahead.after == after ? ahead : begin(after, upTo);
        next = null;
        var events = piece.events.join().stream().takeWhile(event -> event.position() <= upTo).toList();
        // What lacks no more than this is folded by the processor and not asked for here.
        if (!events.isEmpty() && events.getLast().position() + Batches.NEAR < upTo) {
            next = begin(events.getLast().position(), upTo);
        }
        return events;
    }

    private Piece begin(long after, long upTo) {
        return new Piece(after, CompletableFuture.supplyAsync(() -> record.read(after, upTo, size),
                reading -> Thread.ofVirtual().name("memory-record").start(reading)));
    }
}
