// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import orgmemory.benchmark.HttpCallers.Requests;

/**
 * The memory beside a plain application, both over HTTP, on one durable PostgreSQL, in rounds that take turns. Lines of a
 * batch and reads of another day stand beside what they have to be compared with.
 */
final class HttpRates {

    private static final int CALLERS = Integer.getInteger("callers", 32);
    private static final int LINES = 200;
    private static final int WARM_UP = Integer.getInteger("warm-up", 2);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private final Path root;
    private final int rounds;
    private final Duration time;
    private final Map<String, Rounds> measured = new LinkedHashMap<>();

    HttpRates(Path root, int rounds, Duration time) {
        this.root = root;
        this.rounds = rounds;
        this.time = time;
    }

    /** What came of the rounds: so many a second, and the processor time of each by the program and by its database. */
    private static final class Rounds {

        private final double[] rates;
        private final long[] program;
        private final long[] database;

        Rounds(int rounds) {
            rates = new double[rounds];
            program = new long[rounds];
            database = new long[rounds];
        }
    }

    void run(PrintStream out) throws IOException, SQLException, InterruptedException {
        try (var server = new Server();
                var theirs = server.database("plain");
                var mine = server.database("ours");
                var plain = Contestant.plain(theirs.getJdbcUrl());
                var ours = Contestant.ours(root, mine)) {
            out.printf("Over HTTP, %d callers, %d rounds of %d s after %d to warm up%n", CALLERS, rounds,
                    time.toSeconds(), WARM_UP);
            for (int round = -WARM_UP; round < rounds; round++) {
                int kept = Math.max(round, 0);
                measure("reads, plain", plain, server, kept, 1, plain::read);
                measure("reads, ours", ours, server, kept, 1, ours::read);
                measure("reads of another day, ours", ours, server, kept, 1, ours::readAsOf);
                measure("commands, plain", plain, server, kept, 1, plain::command);
                measure("commands, ours", ours, server, kept, 1, ours::command);
                measure("lines of batches, ours", ours, server, kept, LINES, n -> ours.batch(n, LINES));
            }
        }
        measured.forEach((what, rounds) -> out.printf("%-28s %s a second, processor time %d + %d us%n", what,
                Spread.whole(rounds.rates), median(rounds.program), median(rounds.database)));
        ratio(out, "reads", "reads, ours", "reads, plain");
        ratio(out, "reads of another day to those of the present", "reads of another day, ours",
                "reads, ours");
        ratio(out, "commands", "commands, ours", "commands, plain");
        ratio(out, "lines of batches to plain's commands", "lines of batches, ours", "commands, plain");
    }

    private void measure(String what, Contestant contestant, Server server, int round, int each,
            Requests requests) throws InterruptedException, SQLException {
        var into = measured.computeIfAbsent(what, _ -> new Rounds(rounds));
        var postmaster = server.postmaster();
        awaitQuiet(contestant, postmaster);
        var before = Cpu.of(contestant.process(), postmaster);
        long start = System.nanoTime();
        long done = HttpCallers.run(contestant.port(), CALLERS, time, requests) * each;
        double seconds = (System.nanoTime() - start) / 1e9;
        awaitQuiet(contestant, postmaster);
        var spent = Cpu.of(contestant.process(), postmaster).since(before);
        into.rates[round] = done / seconds;
        into.program[round] = spent.service().toNanos() / 1_000 / Math.max(1, done);
        into.database[round] = spent.database().toNanos() / 1_000 / Math.max(1, done);
    }

    /** Views follow after the answers: what they cost belongs to the round whose commands they show. */
    private static void awaitQuiet(Contestant contestant, ProcessHandle postmaster)
            throws InterruptedException {
        long giveUp = System.nanoTime() + LONGEST_WORK.toNanos();
        Cpu spent;
        do {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Still at work after " + LONGEST_WORK);
            }
            var before = Cpu.of(contestant.process(), postmaster);
            Thread.sleep(QUIET);
            spent = Cpu.of(contestant.process(), postmaster).since(before);
        } while (spent.service().plus(spent.database()).compareTo(QUIET.dividedBy(5)) > 0);
    }

    private void ratio(PrintStream out, String what, String above, String below) {
        out.printf("%-28s %s%n", what + ":", Spread.ratios(rates(below), rates(above)));
    }

    private double[] rates(String what) {
        return Objects.requireNonNull(measured.get(what)).rates;
    }

    private static long median(long[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
