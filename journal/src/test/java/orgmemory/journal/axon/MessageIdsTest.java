// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import orgmemory.message.Ids;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageIdsTest {

    @Test
    void axon_finds_them_and_gives_them_to_events() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
        var id = UUID.fromString(new GenericEventMessage<>("an event").getIdentifier());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void they_sort_by_the_millisecond_they_were_made_in() {
        long before = System.currentTimeMillis();
        var id = UUID.fromString(Ids.make());
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void many_made_at_the_same_time_are_all_different() {
        var ids = IntStream.range(0, 20_000).parallel().mapToObj(n -> Ids.make()).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }
}
