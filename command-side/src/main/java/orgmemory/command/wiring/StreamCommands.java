// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import orgmemory.command.Deciders;
import orgmemory.message.Command;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Puts each command, under its own name on the bus, before the aggregate of its stream. */
final class StreamCommands implements MessageHandler<CommandMessage<?>> {

    private final Repository<StreamAggregate> streams;
    private final Deciders deciders;
    private final DecisionContexts contexts;

    StreamCommands(Repository<StreamAggregate> streams, Deciders deciders, DecisionContexts contexts) {
        this.streams = streams;
        this.deciders = deciders;
        this.contexts = contexts;
    }

    void subscribeTo(CommandBus bus) {
        for (var command : deciders.commands()) {
            var _ = bus.subscribe(command.getName(), this);
        }
    }

    @Override
    public @Nullable Object handle(CommandMessage<?> message) throws Exception {
        var command = (Command) message.getPayload();
        var stream = command.stream().toString();
        streams.loadOrCreate(stream, () -> StreamAggregate.unborn(stream, deciders.of(command)))
                .execute(aggregate -> aggregate.decide(command, contexts.of(message)));
        return null;
    }
}
