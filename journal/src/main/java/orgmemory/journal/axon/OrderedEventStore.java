// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Standing;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Event;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Hands an aggregate its stream as it stands: by the day facts happened, then by position, replacements in place and
 * annulled facts left out, with the stream's true last sequence. So rules see what the views show. The day as it stands is
 * the message's {@code occurredOn}. A stream of which nothing stands is not found.
 */
public final class OrderedEventStore implements EventStore, Lifecycle {

    private static final String OCCURRED_ON = "occurredOn";

    private final EventStore recorded;
    private final EventCodec codec;

    /** @param recorded gives streams as they were recorded, after a snapshot where it has one */
    public OrderedEventStore(EventStore recorded, EventCodec codec) {
        this.recorded = recorded;
        this.codec = codec;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        List<? extends DomainEventMessage<?>> messages = recorded.readEvents(aggregateIdentifier)
                .asStream()
                .toList();
        if (messages.isEmpty()) {
            return DomainEventStream.empty();
        }
        if (messages.getFirst().getPayload() instanceof Event) {
            return asItStands(messages);
        }
        if (followsInOrder(messages)) {
            return DomainEventStream.of(messages);
        }
        return asItStands(recorded.readEvents(aggregateIdentifier, 0).asStream().toList());
    }

    /** The stream from a sequence on as it was recorded, corrections included. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return recorded.readEvents(aggregateIdentifier, firstSequenceNumber);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        recorded.storeSnapshot(snapshot);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return recorded.lastSequenceNumberFor(aggregateIdentifier);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        recorded.publish(events);
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> messageProcessor) {
        return recorded.subscribe(messageProcessor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super EventMessage<?>> dispatchInterceptor) {
        return recorded.registerDispatchInterceptor(dispatchInterceptor);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return recorded.openStream(trackingToken);
    }

    @Override
    public TrackingToken createTailToken() {
        return recorded.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return recorded.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return recorded.createTokenAt(dateTime);
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        if (recorded instanceof Lifecycle part) {
            part.registerLifecycleHandlers(lifecycle);
        }
    }

    /** Whether all that follows a snapshot comes after it in the order of facts too. */
    private static boolean followsInOrder(List<? extends DomainEventMessage<?>> messages) {
        var day = LocalDate
                .parse(String.valueOf(messages.getFirst().getMetaData().get(AggregateSnapshots.LATEST_DAY)));
        for (var message : messages.subList(1, messages.size())) {
            if (message.getPayload() instanceof CorrectionEvent || day(message).isBefore(day)) {
                return false;
            }
            day = day(message);
        }
        return true;
    }

    private DomainEventStream asItStands(List<? extends DomainEventMessage<?>> messages) {
        var facts = messages.stream().map(OrderedEventStore::fact).toList();
        var standing = Standing.of(facts, codec).stream().map(OrderedEventStore::message).toList();
        if (standing.isEmpty()) {
            return DomainEventStream.empty();
        }
        long last = messages.stream().mapToLong(DomainEventMessage::getSequenceNumber).max().orElseThrow();
        return DomainEventStream.of(standing.stream(), () -> last);
    }

    private static Standing.Fact<DomainEventMessage<?>> fact(DomainEventMessage<?> message) {
        return new Standing.Fact<>(message, message.getIdentifier(), day(message),
                (Event) message.getPayload());
    }

    private static LocalDate day(DomainEventMessage<?> message) {
        return LocalDate.parse(String.valueOf(message.getMetaData().get(OCCURRED_ON)));
    }

    private static DomainEventMessage<?> message(Standing.Fact<DomainEventMessage<?>> fact) {
        var source = fact.source();
        if (fact.event().equals(source.getPayload()) && fact.day().equals(day(source))) {
            return source;
        }
        var metadata = source.getMetaData().and(OCCURRED_ON, fact.day().toString());
        return new GenericDomainEventMessage<>(source.getType(), source.getAggregateIdentifier(),
                source.getSequenceNumber(), fact.event(), metadata, source.getIdentifier(),
                source.getTimestamp());
    }
}
