// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.append.AppendChain;
import orgmemory.journal.append.NewEvent;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** What the open chain adds to a stream, as if it were recorded: nothing where none is open. */
public final class ChainedEvents {

    private ChainedEvents() {
    }

    /** The last sequence of the stream that the chain has decided; empty where it has nothing of it. */
    public static OptionalLong lastSequence(Subject stream) {
        var events = of(stream);
        return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sequence(events.getLast()));
    }

    /**
     * Adds an append to a chain. What is cached is ahead of the journal until the chain is committed: where that fails it
     * never was, and where a late fact has come it is stale.
     */
    static void add(AppendChain chain, List<NewEvent> events, AppendConditions conditions,
            Consumer<String> evict) {
        chain.add(events, conditions);
        events.stream()
                .map(event -> event.event().stream())
                .distinct()
                .forEach(stream -> chain.atEnd(whole -> {
                    if (!whole || chain.reordered().contains(stream)) {
                        evict.accept(stream.toString());
                    }
                }));
    }

    static Stream<DomainEventMessage<Event>> of(Subject stream, long firstSequence) {
        return of(stream).stream()
                .filter(event -> sequence(event) >= firstSequence)
                .map(event -> new GenericDomainEventMessage<>(stream.type(), stream.toString(),
                        sequence(event), event.event(), event.envelope().toMetadata(), event.eventId(),
                        GenericDomainEventMessage.clock.instant()));
    }

    private static List<NewEvent> of(Subject stream) {
        var chain = AppendChain.current();
        return chain == null ? List.of() : chain.events(stream);
    }

    /** Aggregates decide at a place of their stream. */
    private static long sequence(NewEvent event) {
        return Objects.requireNonNull(event.sequence());
    }
}
