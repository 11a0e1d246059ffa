// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import orgmemory.command.Corrections;
import orgmemory.journal.Journal;
import orgmemory.message.CorrectionMessages.AnnulRecord;
import orgmemory.message.CorrectionMessages.CorrectRecord;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Puts corrections to what is recorded of a stream, of whatever kind it is. */
final class CorrectionCommands implements MessageHandler<CommandMessage<?>> {

    private final Corrections corrections;
    private final Journal journal;
    private final EventBus events;
    private final DecisionContexts contexts;

    /** @param events takes the corrections; their sequence tells a lost race */
    CorrectionCommands(Corrections corrections, Journal journal, EventBus events, DecisionContexts contexts) {
        this.corrections = corrections;
        this.journal = journal;
        this.events = events;
        this.contexts = contexts;
    }

    void subscribeTo(CommandBus bus) {
        var _ = bus.subscribe(CorrectRecord.class.getName(), this);
        var _ = bus.subscribe(AnnulRecord.class.getName(), this);
    }

    @Override
    public @Nullable Object handle(CommandMessage<?> message) {
        var command = (CorrectionCommand) message.getPayload();
        var stream = journal.stream(command.stream());
        var context = contexts.of(message);
        var event = corrections.decide(stream, command, context);
        var envelope = stream.stream()
                .filter(stored -> stored.eventId().equals(event.eventId()))
                .map(original -> context.envelope().visibleAs(original.envelope()))
                .findFirst()
                .orElseThrow();
        events.publish(new GenericDomainEventMessage<>(event.stream().type(), event.stream().toString(),
                stream.getLast().sequence() + 1, event, MetaData.from(envelope.toMetadata())));
        return null;
    }
}
