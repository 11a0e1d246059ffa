// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.append.AppendChain;
import orgmemory.journal.append.Appended;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.append.NewEvent;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's events in the journal. All events of a unit of work, nested ones included, are appended once, when the root
 * commits: what is refused there rolls everything back, and the repositories forget the aggregates they had cached.
 */
public final class JournalStorageEngine implements EventStorageEngine {

    private static final String COLLECTED = "orgmemory.collected-events";
    private static final int READ_AT_ONCE = 1_000;

    private final GroupCommit commits;
    private final Journal journal;
    private final AggregateSnapshots snapshots;
    private final Consumer<String> evict;

    /** @param evict forgets a cached aggregate, since an earlier fact of its stream now stands otherwise */
    public JournalStorageEngine(GroupCommit commits, Journal journal, AggregateSnapshots snapshots,
            Consumer<String> evict) {
        this.commits = commits;
        this.journal = journal;
        this.snapshots = snapshots;
        this.evict = evict;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()
                || !CurrentUnitOfWork.get().root().phase().isBefore(Phase.COMMIT)) {
            append(events, AppendConditions.none());
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> collected = root.getOrComputeResource(COLLECTED, key -> {
            var list = new ArrayList<EventMessage<?>>();
            root.onCommit(unit -> append(list, conditions(unit)));
            return list;
        });
        collected.addAll(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(),
                snapshot.getPayloadType(), AggregateSnapshots.write(snapshot.getPayload()));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var stream = Subject.of(aggregateIdentifier);
        return DomainEventStream.of(Stream.concat(
                journal.stream(stream, firstSequenceNumber).stream().map(JournalStorageEngine::message),
                ChainedEvents.of(stream, firstSequenceNumber)).toList());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var stream = Subject.of(aggregateIdentifier);
        var chained = ChainedEvents.lastSequence(stream);
        var last = chained.isPresent() ? chained : journal.lastSequence(stream);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken trackingToken,
            boolean mayBlock) {
        long after = trackingToken == null ? 0 : trackingToken.position().orElse(0);
        return journal.after(after, READ_AT_ONCE)
                .stream()
                .map(stored -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(stored.position()), message(stored)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(journal.head());
    }

    private void append(List<? extends EventMessage<?>> messages, AppendConditions conditions) {
        if (!messages.isEmpty()) {
            var events = messages.stream().map(JournalStorageEngine::newEvent).toList();
            var chain = AppendChain.current();
            if (chain == null) {
                var appended = append(events, conditions, true);
                appended.reordered().forEach(stream -> evict.accept(stream.toString()));
            } else {
                ChainedEvents.add(chain, events, conditions, evict);
            }
        }
    }

    private Appended append(List<NewEvent> events, AppendConditions conditions, boolean mayStartAnew) {
        try {
            return commits.append(events, conditions);
        } catch (ConcurrencyException lost) {
            var anew = mayStartAnew ? startedAnew(events) : events;
            if (anew.equals(events)) {
                throw lost;
            }
            var appended = append(anew, conditions, false);
            events.forEach(event -> evict.accept(event.event().stream().toString()));
            return appended;
        }
    }

    /** A stream of which no fact stands is not found, so what begins it anew is counted on from where it ended. */
    private List<NewEvent> startedAnew(List<NewEvent> events) {
        var ends = new HashMap<Subject, Long>();
        for (var event : events) {
            var stream = event.event().stream();
            if (Long.valueOf(0).equals(event.sequence())) {
                var last = journal.lastSequence(stream);
                if (last.isPresent() && journal.standing(stream).isEmpty()) {
                    ends.put(stream, last.getAsLong() + 1);
                }
            }
        }
        return events.stream()
                .map(event -> later(event, ends.getOrDefault(event.event().stream(), 0L)))
                .toList();
    }

    private static NewEvent later(NewEvent event, long by) {
        var sequence = event.sequence();
        return sequence == null
                ? event
                : new NewEvent(event.eventId(), event.envelope(), event.event(), sequence + by);
    }

    private static AppendConditions conditions(UnitOfWork<?> root) {
        AppendConditions conditions = root.getResource(AppendConditions.RESOURCE);
        return conditions == null ? AppendConditions.none() : conditions;
    }

    private static NewEvent newEvent(EventMessage<?> message) {
        if (!(message.getPayload() instanceof Event event)) {
            throw new IllegalArgumentException(message.getPayloadType().getSimpleName() + " is not an event");
        }
        Long sequence = null;
        if (message instanceof DomainEventMessage<?> decided) {
            if (!event.stream().toString().equals(decided.getAggregateIdentifier())) {
                throw new IllegalStateException(event.stream() + " was decided by "
                        + decided.getAggregateIdentifier());
            }
            sequence = decided.getSequenceNumber();
        }
        return new NewEvent(message.getIdentifier(), Envelope.of(message.getMetaData()), event, sequence);
    }

    private static DomainEventMessage<Event> message(StoredEvent stored) {
        return new GenericDomainEventMessage<>(stored.stream().type(), stored.stream().toString(),
                stored.sequence(), stored.event(), stored.metadata(), stored.eventId(), stored.recordedAt());
    }
}
