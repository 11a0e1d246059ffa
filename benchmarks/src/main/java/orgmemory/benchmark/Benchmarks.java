// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.time.Duration;

public final class Benchmarks {

    private Benchmarks() {
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = new Server();
                var axon = new AxonJdbc(server.database("axon"));
                var ours = new OurJournal(server.database("ours"))) {
            for (int round = 0; round < 3; round++) {
                for (int callers : new int[] {1, 8, 32}) {
                    double theirs = Callers.rate(axon.commandBus(), callers, 32, Duration.ofSeconds(4));
                    double mine = Callers.rate(ours.commandBus(), callers, 32, Duration.ofSeconds(4));
                    System.out.printf("%d callers: axon %.0f ours %.0f ratio %.2f%n", callers, theirs, mine,
                            mine / theirs);
                }
            }
        }
    }
}
