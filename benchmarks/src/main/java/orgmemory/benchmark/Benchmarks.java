// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import orgmemory.benchmark.Callers.Outcome;

/**
 * Runs all comparisons in alternating rounds on one server and prints ratios; the lowest and the highest round tell how
 * far to trust them.
 */
public final class Benchmarks {

    private static final int[] CALLERS = {1, 8, 32};

    private final PrintStream out;
    private final int rounds;
    private final Duration time;
    private final int events;

    Benchmarks(PrintStream out) {
        this.out = out;
        this.rounds = Integer.getInteger("rounds", 5);
        this.time = Duration.ofSeconds(Integer.getInteger("seconds", 5));
        this.events = Integer.getInteger("events", 50_000);
    }

    public static void main(String[] arguments) throws Exception {
        var benchmarks = new Benchmarks(System.out);
        var chosen = Arrays.asList(arguments);
        var root = Path.of(System.getProperty("project.root", "."));
        if (isChosen("commands", chosen)) {
            benchmarks.commands();
        }
        if (isChosen("http", chosen)) {
            new HttpRates(root, benchmarks.rounds, benchmarks.time).run(System.out);
        }
        if (isChosen("rebuild", chosen)) {
            benchmarks.rebuild();
        }
        if (isChosen("import", chosen)) {
            new ImportRate(root).run(System.out);
        }
    }

    private static boolean isChosen(String part, List<String> chosen) {
        return chosen.isEmpty() || chosen.contains("all") || chosen.contains(part);
    }

    private void commands() throws IOException, SQLException {
        try (var server = new Server();
                var axon = new AxonJdbc(server.database("axon"));
                var ours = new OurJournal(server.database("ours"));
                var bare = new BareInsert(server.database("bare"))) {
            var postmaster = server.postmaster();
            out.printf("Durable commands a second on %d aggregates, %d rounds of %d s after one to warm up%n",
                    Callers.AGGREGATES, rounds, time.toSeconds());
            for (int callers : CALLERS) {
                var theirs = new Outcome[rounds];
                var mine = new Outcome[rounds];
                var most = new Outcome[rounds];
                for (int round = -1; round < rounds; round++) {
                    int kept = Math.max(round, 0);
                    theirs[kept] = Callers.run(axon.commandBus(), callers, time, postmaster);
                    mine[kept] = Callers.run(ours.commandBus(), callers, time, postmaster);
                    most[kept] = bare.run(callers, time, postmaster);
                }
                tell(callers, theirs, mine, most);
            }
        }
    }

    private void tell(int callers, Outcome[] theirs, Outcome[] mine, Outcome[] most) {
        out.printf("%3d callers: Axon JDBC %s, ours %s, ratio %s%n", callers, Spread.whole(rates(theirs)),
                Spread.whole(rates(mine)), Spread.ratios(rates(theirs), rates(mine)));
        out.printf("             bare inserts in groups of %d: %s, of which ours %s%n", callers,
                Spread.whole(rates(most)), Spread.ratios(rates(most), rates(mine)));
        out.printf("             processor time a command: Axon JDBC %s, ours %s, bare %s%n", cost(theirs),
                cost(mine), cost(most));
    }

    private void rebuild() throws IOException, SQLException, InterruptedException {
        try (var server = new Server();
                var axon = new AxonJdbc(server.database("axon"));
                var ours = new OurJournal(server.database("ours"));
                var memory = new OurMemory(ours)) {
            var movements = Movements.invent(events);
            var projection = new AxonProjection(axon);
            projection.fill(movements);
            memory.fill(movements);
            var theirs = new double[rounds];
            var mine = new double[rounds];
            var whole = new double[rounds];
            for (int round = -1; round < rounds; round++) {
                int kept = Math.max(round, 0);
                theirs[kept] = projection.rebuild(events);
                mine[kept] = memory.rebuild(events);
                whole[kept] = memory.rebuildFromZero(events);
            }
            out.printf("Events a second of a rebuild, %d events, %d rounds after one to warm up%n", events,
                    rounds);
            out.printf("one view: Axon pooled %s, ours %s, ratio %s%n", Spread.whole(theirs),
                    Spread.whole(mine),
                    Spread.ratios(theirs, mine));
            out.printf("record and view from the journal: ours %s%n", Spread.whole(whole));
        }
    }

    private static double[] rates(Outcome[] outcomes) {
        return Arrays.stream(outcomes).mapToDouble(Outcome::rate).toArray();
    }

    private static String cost(Outcome[] outcomes) {
        long commands = Arrays.stream(outcomes).mapToLong(Outcome::commands).sum();
        var cpu = Arrays.stream(outcomes).map(Outcome::cpu).reduce(Cpu::plus).orElseThrow();
        return "%d us in the service, %d us in the database".formatted(
                cpu.service().toNanos() / 1000 / commands,
                cpu.database().toNanos() / 1000 / commands);
    }
}
