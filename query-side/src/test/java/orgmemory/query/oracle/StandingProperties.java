// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Standing;
import orgmemory.query.memory.Fact;
import orgmemory.query.oracle.history.History;

/** The journal hands aggregates the facts that stand, in the order in which the memory folds them. */
class StandingProperties {

    private static final EventCodec CODEC = new EventCodec();

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(24);
    }

    @Property(tries = 10_000)
    void the_same_facts_stand_in_the_same_order_on_both_sides(@ForAll("histories") History history) {
        var standing = Standing.ofStored(history.events(), CODEC)
                .stream()
                .map(event -> new Fact(event.position(), event.eventId(), event.envelope(),
                        event.recordedAt(),
                        event.event()))
                .toList();
        assertThat(standing).isEqualTo(Truth.facts(history, history.head()));
    }
}
