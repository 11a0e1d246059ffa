// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestingHeapTest {

    @Test
    void what_was_busy_rests_once_when_it_is_quiet() {
        var heap = new RestingHeap();
        try {
            // Each look's count so far: a burst, then quiet, then another burst, then quiet.
            long begun = 1_000;
            heap.mayRest(begun);
            var looks = LongStream.of(20, 40, 40, 41, 41, 60, 80, 80, 80).map(count -> begun + count);
            assertThat(looks.mapToObj(heap::mayRest))
                    .containsExactly(false, false, true, false, false, false, false, true, false);
        } finally {
            heap.destroy();
        }
    }
}
