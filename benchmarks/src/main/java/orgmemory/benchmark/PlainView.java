// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The usual projection: a row for each year, written by one upsert an event and read by its key. */
final class PlainView implements AutoCloseable {

    private final JdbcClient jdbc;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
    private final PooledStreamingEventProcessor processor;

    /** A year as it is shown. */
    public record Forecast(String yearId, long amountAgorot, String source, @Nullable String confidence,
            long forecasts) {
    }

    PlainView(AxonJdbc axon, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.processor = axon.processor("forecasts", this, workers);
    }

    void start() {
        jdbc.sql(
                "create table if not exists forecast (year_id text primary key, amount_agorot bigint not null,"
                        + " source text not null, confidence text, forecasts bigint not null)")
                .update();
        processor.start();
    }

    Optional<Forecast> of(String year) {
        return jdbc.sql("select * from forecast where year_id = ?")
                .param(year)
                .query(Forecast.class)
                .optional();
    }

    @EventHandler
    void on(RevenueForecastRecorded event) {
        jdbc.sql("insert into forecast values (?, ?, ?, ?, 1) on conflict (year_id) do update set"
                + " amount_agorot = excluded.amount_agorot, source = excluded.source,"
                + " confidence = excluded.confidence, forecasts = forecast.forecasts + 1")
                .param(event.yearId().value())
                .param(event.amountAgorot())
                .param(event.source())
                .param(event.confidence())
                .update();
    }

    @Override
    public void close() {
        processor.shutDown();
        workers.shutdownNow();
    }
}
