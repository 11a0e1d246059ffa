// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The usual projection: a pooled processor, batches of 200, one upsert an event. */
final class AxonProjection {

    private final AxonJdbc axon;
    private final JdbcClient jdbc;

    AxonProjection(AxonJdbc axon) {
        this.axon = axon;
        this.jdbc = JdbcClient.create(axon.pool());
        jdbc.sql("create table if not exists totals (key text primary key, requests bigint, lines bigint,"
                + " net bigint, increase bigint, decrease bigint, balanced bigint)").update();
    }

    /** Puts the events into Axon's own table, outside the measurement. */
    void fill(List<PastMovementRecorded> events) {
        var batch = new ArrayList<DomainEventMessage<?>>();
        for (int n = 0; n < events.size(); n++) {
            batch.add(new GenericDomainEventMessage<>("BudgetYear", events.get(n).stream().toString(), n,
                    events.get(n), Map.of("occurredOn", "2012-03-04"), "e" + n, Instant.EPOCH));
            if (batch.size() == 1000 || n == events.size() - 1) {
                axon.transactions().executeInTransaction(() -> axon.storageEngine().appendEvents(batch));
                batch.clear();
            }
        }
    }

    /** Events a second of a projection from nothing. */
    double rebuild(int events) throws SQLException, InterruptedException {
        jdbc.sql("truncate totals").update();
        jdbc.sql("truncate TokenEntry").update();
        var done = new CountDownLatch(events);
        var workers = Executors.newScheduledThreadPool(2);
        var processor = axon.processor("totals", new Totals(jdbc, done), workers);
        long start = System.nanoTime();
        processor.start();
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        processor.shutDown();
        workers.shutdownNow();
        return events / seconds;
    }

    /** One upsert an event. */
    static final class Totals {

        private final JdbcClient jdbc;
        private final CountDownLatch done;

        Totals(JdbcClient jdbc, CountDownLatch done) {
            this.jdbc = jdbc;
            this.done = done;
        }

        @EventHandler
        void on(PastMovementRecorded event) {
            long up = event.lines().stream().mapToLong(MovementLine::amountAgorot).filter(a -> a > 0).sum();
            long down = event.lines().stream().mapToLong(MovementLine::amountAgorot).filter(a -> a < 0).sum();
            jdbc.sql("insert into totals values (?, 1, ?, ?, ?, ?, ?) on conflict (key) do update set"
                    + " requests = totals.requests + 1, lines = totals.lines + excluded.lines,"
                    + " net = totals.net + excluded.net, increase = totals.increase + excluded.increase,"
                    + " decrease = totals.decrease + excluded.decrease,"
                    + " balanced = totals.balanced + excluded.balanced")
                    .params(event.yearId() + ":" + event.kind(), event.lines().size(), up + down, up, down,
                            up + down == 0 ? 1 : 0)
                    .update();
            done.countDown();
        }
    }
}
