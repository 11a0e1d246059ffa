// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkCountTest {

    private final List<String> open = new ArrayList<>();
    private final NetworkCount counts = new NetworkCount(open::stream);

    @Test
    void counts_go_up_until_all_are_counted_anew() {
        IntStream.of(1, 2, 3).forEach(times -> assertThat(counts.add("a")).isEqualTo(times));
        counts.remove("a");
        assertThat(counts.of("a")).isEqualTo(2);

        open.addAll(List.of("a", "b", "a", "a"));
        counts.renew();
        assertThat(counts.of("a")).isEqualTo(3);
        assertThat(counts.of("b")).isEqualTo(1);
    }

    @Test
    void networks_that_came_and_went_are_forgotten() {
        open.add("still here");
        IntStream.range(0, 50_000).forEach(network -> counts.add("network " + network));

        assertThat(counts.networks()).isLessThan(20_000);
        assertThat(counts.of("still here")).isEqualTo(1);
    }
}
