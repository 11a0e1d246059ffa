// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregateCacheTest {

    @Test
    void so_many_are_kept_and_no_more() {
        var cache = new AggregateCache(10);
        IntStream.range(0, 1_000).forEach(n -> cache.put("stream/" + n, n));

        assertThat(IntStream.range(0, 1_000).filter(n -> cache.containsKey("stream/" + n)).count())
                .isBetween(1L, 10L);
    }

    @Test
    void what_is_used_again_and_again_stays() {
        var cache = new AggregateCache(10);
        cache.put("year", 2017);
        IntStream.range(0, 1_000).forEach(n -> {
            assertThat(cache.<String, Integer>get("year")).isEqualTo(2017);
            cache.put("stream/" + n, n);
        });
    }

    @Test
    void what_is_removed_is_gone() {
        var cache = new AggregateCache(2);
        cache.put("a", 1);

        assertThat(cache.putIfAbsent("a", 2)).isFalse();
        assertThat(cache.remove("a")).isTrue();
        assertThat(cache.remove("a")).isFalse();
        assertThat(cache.<String, Integer>get("a")).isNull();
    }

    @Test
    void a_reordered_stream_is_gone_and_the_unit_of_work_that_did_it_knows() {
        var cache = new AggregateCache(2);
        cache.put("a", 1);
        cache.put("b", 2);
        var unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));
        cache.reordered("a");

        assertThat(cache.containsKey("a")).isFalse();
        assertThat(AggregateCache.isReordered("a", unit)).isTrue();
        assertThat(AggregateCache.isReordered("b", unit)).isFalse();
        unit.rollback();
    }

    @Test
    void outside_of_a_unit_of_work_it_is_only_gone() {
        var cache = new AggregateCache(2);
        cache.put("a", 1);
        cache.reordered("a");

        assertThat(cache.containsKey("a")).isFalse();
    }
}
