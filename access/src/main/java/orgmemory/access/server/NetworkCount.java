// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How many connections each network has. Counts upwards alone, so that a count may be too high until all are counted anew. One
 * thread takes in all connections, and asks.
 */
final class NetworkCount {

    private static final int MOST_NETWORKS = 10_000;

    private final Supplier<Stream<String>> open;
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param open the network of each connection that is open */
    NetworkCount(Supplier<Stream<String>> open) {
        this.open = open;
    }

    /** Counts one more, and answers how many there seem to be. */
    int add(String network) {
        if (counts.size() > MOST_NETWORKS) {
            renew();
        }
        return counts.merge(network, 1, Integer::sum);
    }

    void remove(String network) {
        counts.computeIfPresent(network, (_, count) -> count - 1);
    }

    int of(String network) {
        return counts.getOrDefault(network, 0);
    }

    /** Counts those that are open, and forgets the networks of all others. */
    void renew() {
        counts.clear();
        open.get().forEach(network -> counts.merge(network, 1, Integer::sum));
    }

    int networks() {
        return counts.size();
    }
}
