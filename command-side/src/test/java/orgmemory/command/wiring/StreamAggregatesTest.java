// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.command.Deciders;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamAggregatesTest {

    @Test
    void a_stream_of_every_kind_goes_on_from_the_state_that_a_snapshot_kept() {
        var aggregates = new StreamAggregates(Deciders.onClassPath());
        assertThat(Deciders.onClassPath().all()).isNotEmpty().allSatisfy(kind -> {
            Object state = kind.decider().initial();
            var snapshot = new GenericDomainEventMessage<>(kind.name(), "stream/S", 99, state);

            assertThat(aggregates.createAggregateRoot("stream/S", snapshot).state()).isSameAs(state);
        });
    }
}
