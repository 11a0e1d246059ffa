// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import orgmemory.access.HttpProblem;
import orgmemory.access.WhoMay;
import org.jspecify.annotations.Nullable;

/** Nobody waits for ever, and only so many wait at once. What was begun is carried to its end, answered or not. */
public final class TimeLimit implements AutoCloseable {

    private final Duration atMost;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param atMost how long an answer may take
     * @param places how many commands may be under way at once
     */
    public TimeLimit(Duration atMost, int places) {
        this.atMost = atMost;
        this.places = new Semaphore(places);
    }

    /** Answers within the limit; else 504 naming the key, under which the sender may ask again what became of it. */
    <T> T within(Supplier<T> work, @Nullable String idempotencyKey) {
        if (!places.tryAcquire()) {
            throw HttpProblem.later("command.overloaded", 1);
        }
        var answer = CompletableFuture.supplyAsync(asAsked(work), threads);
        var released = answer.whenComplete((done, failed) -> places.release());
        try {
            return released.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw late(idempotencyKey);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw HttpProblem.later("command.overloaded", 1);
        }
    }

    /** Where the work looks who may do what, whoever asks for it here is judged anew. */
    private static <T> Supplier<T> asAsked(Supplier<T> work) {
        if (!WhoMay.ASKING.isBound()) {
            return work;
        }
        var asking = WhoMay.ASKING.get();
        return () -> ScopedValue.where(WhoMay.ASKING, asking).call(work::get);
    }

    /** There is no answer in time: under the key, where there is one, the sender may ask what became of it. */
    static HttpProblem late(@Nullable String idempotencyKey) {
        return idempotencyKey == null
                ? new HttpProblem(504, "command.late")
                : new HttpProblem(504, "command.late-with-key", idempotencyKey)
                        .with("idempotencyKey", idempotencyKey);
    }

    /** Waits for the end of what was begun. */
    @Override
    public void close() {
        threads.close();
    }
}
