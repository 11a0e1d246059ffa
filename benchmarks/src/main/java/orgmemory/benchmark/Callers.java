// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Ids;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;

/**
 * Callers that each send a command and wait until it is durable, then the next; spread over 32 aggregates. They are virtual
 * threads, as those that answer requests in the service are; Axon's engine is faster with them as well.
 */
final class Callers {

    static final int AGGREGATES = 32;

    private static final Subject STEWARD = Subject.of("person/BST");

    private Callers() {
    }

    /** How many commands were acknowledged in how much time. */
    record Outcome(long commands, double seconds, Cpu cpu) {

        double rate() {
            return commands / seconds;
        }
    }

    static Outcome run(CommandBus bus, int callers, Duration time, ProcessHandle postmaster) {
        var acknowledged = new LongAdder();
        var before = Cpu.now(postmaster);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                int mine = caller;
                threads.execute(() -> {
                    for (long n = 0; System.nanoTime() < end; n++) {
                        send(bus, (int) ((mine + n * callers) % AGGREGATES), n);
                        acknowledged.increment();
                    }
                });
            }
        }
        return new Outcome(acknowledged.sum(), (System.nanoTime() - start) / 1e9,
                Cpu.now(postmaster).since(before));
    }

    private static void send(CommandBus bus, int aggregate, long n) {
        var command = new RecordRevenueForecast(new BudgetYearId("Y" + aggregate), 1_000_000 + n,
                "the ministry's letter", "likely");
        var envelope = new Envelope(STEWARD, Capacity.BST, null, Attestation.SELF, LocalDate.of(2016, 11, 20),
                null, null, Visibility.INSTITUTE, null, Language.he, Ids.make());
        var done = new FutureCallback<Object, Object>();
        bus.dispatch(new GenericCommandMessage<Object>(command, envelope.toMetadata()), done);
        var result = done.getResult();
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }
}
